import { isIdNumber } from '@jingzhun/identification-rules';
import { InvalidInput } from '@jingzhun/kernel';

const shortest = 4;
const longest = 500;

/**
 * Why somebody wants a number, without the space around it.
 * @throws InvalidInput
 */
export function readingReason(reason: string): string {
  const text = reason.trim();
  if (text.length < shortest || text.length > longest)
    throw new InvalidInput(
      `Say why you need the number, in ${shortest} to ${longest} characters.`,
      'reason',
      'Name the purpose, for example the paper the number is compared with.',
    );
  return text;
}

/**
 * A number as it is stored: without space, the final letter in capitals.
 * @throws InvalidInput when it is none, by GB 11643
 */
export function checkedIdNumber(text: string, field: string): string {
  const number = text.normalize('NFKC').trim().toUpperCase();
  if (!isIdNumber(number))
    throw new InvalidInput(
      'This is not an identity number: its length, date or check character is wrong.',
      field,
      'Compare it with the card, digit by digit.',
    );
  return number;
}
