import { randomInt } from 'node:crypto';

/** Digits and letters that are not mistaken for one another when read aloud or copied from paper. */
const characters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Three groups of five, about 73 bits: nobody comes upon one by trying. */
export function unguessableCode(): string {
  const group = () => Array.from({ length: 5 }, () => characters[randomInt(characters.length)]).join('');
  return [group(), group(), group()].join('-');
}

/** A code as people type it: in any case, with or without its hyphens; undefined when it cannot be one. */
export function readCode(text: string): string | undefined {
  const plain = text.toUpperCase().replace(/[\s-]/g, '');
  if (plain.length !== 15 || [...plain].some((character) => !characters.includes(character))) return undefined;
  return [plain.slice(0, 5), plain.slice(5, 10), plain.slice(10)].join('-');
}
