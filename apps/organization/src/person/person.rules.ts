import { levelOf } from '@jingzhun/kernel';

/** The number with all but the first three and the last two digits hidden; a short one is hidden whole. */
export function maskPhone(phone: string): string {
  if (phone.length < 8) return '*'.repeat(phone.length);
  return phone.slice(0, 3) + '*'.repeat(phone.length - 5) + phone.slice(-2);
}

/** The smallest area that contains all of `areas`; undefined when no county does, or there is none. */
export function commonArea(areas: readonly string[]): string | undefined {
  const [first = '', ...others] = areas;
  let length = first.length;
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length -= 1;
  while (length > 0 && levelOf(first.slice(0, length)) === undefined) length -= 1;
  return length > 0 ? first.slice(0, length) : undefined;
}
