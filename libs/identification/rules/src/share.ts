/** An exact share, such as two thirds: no rounding decides whether a meeting has its quorum. */
export interface Share {
  numerator: number;
  denominator: number;
}

/** Whether `part` is at least `share` of `whole`. Nothing of nothing reaches no share. */
export function reaches(part: number, whole: number, share: Share): boolean {
  return whole > 0 && part * share.denominator >= whole * share.numerator;
}

/** Whether `part` is more than `share` of `whole`: half of the votes is not a majority. */
export function exceeds(part: number, whole: number, share: Share): boolean {
  return part * share.denominator > whole * share.numerator;
}

/** The fewest that reach `share` of `whole`. */
export function fewest(whole: number, share: Share): number {
  return Math.ceil((whole * share.numerator) / share.denominator);
}
