import { isDate } from './date';

/** The resident identity number of GB 11643: six digits of place, eight of birth, three of order, one check character. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';

/** The provinces (and the numbers of residents from Hong Kong, Macao and Taiwan) that issue numbers. */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);

/** Whether `text` is a well-formed number whose date exists and whose check character is right; `x` may be lower case. */
export function isIdNumber(text: string): boolean {
  if (!/^\d{17}[\dXx]$/.test(text)) return false;
  if (!provinces.has(text.slice(0, 2)) || !isBirthDate(birthDigits(text))) return false;
  return checkCharacter(text) === text.slice(17).toUpperCase();
}

/** The whole number for its first 17 digits. */
export function idNumberOf(first17: string): string {
  if (!/^\d{17}$/.test(first17)) throw new RangeError('an identity number begins with 17 digits');
  return first17 + checkCharacter(first17);
}

/** The date of birth, as `YYYY-MM-DD`, of a valid number. */
export function birthDateOf(idNumber: string): string {
  return birthDigits(valid(idNumber));
}

/** The sex of the holder of a valid number. */
export function sexOf(idNumber: string): 'male' | 'female' {
  return Number(valid(idNumber)[16]) % 2 === 1 ? 'male' : 'female';
}

/** The number itself is personal and stays out of the message. */
function valid(idNumber: string): string {
  if (!isIdNumber(idNumber)) throw new RangeError('not a valid identity number');
  return idNumber;
}

function birthDigits(text: string): string {
  return `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
}

function isBirthDate(text: string): boolean {
  return isDate(text) && text >= '1850';
}

/** ISO 7064, MOD 11-2. */
function checkCharacter(text: string): string {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(text[place]), 0);
  return checkCharacters.charAt(sum % 11);
}
