/**
 * An identity number as it may be shown: the county's six digits, which everybody there shares, and nothing else. The last
 * four and a birth year leave only 33 numbers to try, so they are never shown.
 */
export function maskIdNumber(idNumber: string): string {
  return idNumber.slice(0, 6).padEnd(idNumber.length, '*');
}
