import { InvalidInput } from '@jingzhun/kernel';

export const largestPage = 100;

/** @throws InvalidInput when a `first` among the arguments asks for no row or for more than a hundred */
export function checkPageSize(args: Record<string, unknown>): void {
  const first = args['first'];
  if (first === undefined || first === null) return;
  if (typeof first !== 'number' || first < 1 || first > largestPage) {
    throw new InvalidInput(`A page has 1 to ${largestPage} rows.`, 'first', `Ask for 1 to ${largestPage} and read on.`);
  }
}
