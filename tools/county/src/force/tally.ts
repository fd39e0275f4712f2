/** What the force has done so far, for the progress line; the figures that count come from queries. */
export class Tally {
  accounts = 0;
  visited = 0;
  scored = 0;
  groupReviews = 0;
  notices = 0;
  objections = 0;
  villageReviews = 0;
  entered = 0;
  /** Lines of the county file the import has read. */
  linesRead = 0;
  /** Attempts that met a broken part and were repeated. */
  retries = 0;
}
