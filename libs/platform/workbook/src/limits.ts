/** What one file may cost. A file beyond any of these is refused, and the process that reads it is replaced where it must be. */
export interface WorkbookLimits {
  fileBytes: number;
  /** All parts of the package together. */
  unzippedBytes: number;
  /** How many times larger than packed a part may be, once it is over a mebibyte. A sheet of 54,860 rows is 17 times. */
  ratio: number;
  parts: number;
  /** Columns with something in them. */
  columns: number;
  /** Distinct texts, and their characters together. */
  texts: number;
  textCharacters: number;
  /** Resident memory of the reading process. */
  memoryMiB: number;
  /** Time the reading process works on the file; what its reader takes for the rows does not count. */
  seconds: number;
}

const mebibyte = 1024 * 1024;

export const usualLimits: WorkbookLimits = {
  fileBytes: 32 * mebibyte,
  unzippedBytes: 256 * mebibyte,
  ratio: 100,
  parts: 200,
  columns: 64,
  texts: 500_000,
  textCharacters: 16 * mebibyte,
  memoryMiB: 256,
  seconds: 30,
};
