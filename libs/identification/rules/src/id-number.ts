import { isDate } from './date';

/** The resident identity number of GB 11643: six digits of place, eight of birth, three of order, one check character. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';
const shape = /^\d{17}[\dXx]$/;
const zero = '0'.charCodeAt(0);

/** The provinces (and the numbers of residents from Hong Kong, Macao and Taiwan) that issue numbers. */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);

export type Sex = 'male' | 'female';

/** What a valid number says of its holder. */
export interface IdNumberFacts {
  /** `YYYY-MM-DD`. */
  birthDate: string;
  sex: Sex;
}

/** What a number says, or undefined when it is none: its date must exist and its check character be right; `x` may be small. */
export function idNumberFacts(text: string): IdNumberFacts | undefined {
  if (!shape.test(text) || !provinces.has(text.slice(0, 2))) return undefined;
  const birthDate = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  if (!isDate(birthDate) || birthDate < '1850' || checkCharacter(text) !== text.charAt(17).toUpperCase())
    return undefined;
  return { birthDate, sex: Number(text.charAt(16)) % 2 === 1 ? 'male' : 'female' };
}

/** Whether `text` is a valid number. */
export function isIdNumber(text: string): boolean {
  return idNumberFacts(text) !== undefined;
}

/** The whole number for its first 17 digits. */
export function idNumberOf(first17: string): string {
  if (!/^\d{17}$/.test(first17)) throw new RangeError('an identity number begins with 17 digits');
  return first17 + checkCharacter(first17);
}

/** The date of birth, as `YYYY-MM-DD`, of a valid number. */
export function birthDateOf(idNumber: string): string {
  return factsOf(idNumber).birthDate;
}

/** The sex of the holder of a valid number. */
export function sexOf(idNumber: string): Sex {
  return factsOf(idNumber).sex;
}

/** The number itself is personal and stays out of the message. */
function factsOf(idNumber: string): IdNumberFacts {
  const facts = idNumberFacts(idNumber);
  if (!facts) throw new RangeError('not a valid identity number');
  return facts;
}

/** ISO 7064, MOD 11-2. */
function checkCharacter(text: string): string {
  const sum = weights.reduce((total, weight, place) => total + weight * (text.charCodeAt(place) - zero), 0);
  return checkCharacters.charAt(sum % 11);
}
