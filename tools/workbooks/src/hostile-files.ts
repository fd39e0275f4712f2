import { random, type Random } from '@jingzhun/county';
import { entrySheet } from '@jingzhun/identification-rules';
import { goodCells, headerRow, rowOf, type EntryHousehold } from './entry-rows';
import { attacks } from './attacks';
import { packed, sheetPart, sheetParts, type Parts } from './sheet-package';

export interface HostileFile {
  name: string;
  content: Buffer;
  /** One of these must be said; nothing in particular of a file that was changed at random. */
  codes?: readonly string[];
}

export interface HostileWish {
  seed: string;
  count: number;
  households: readonly EntryHousehold[];
  /** The total of every household's sheet. */
  total: number;
}

const rowsOfAVictim = 12;
/** How often the expensive ones come, however many files are asked for. */
const seldom = new Map([
  ['million-rows', 3],
  ['too-many-texts', 3],
  ['zip-bomb-in-the-sheet', 10],
  ['zip-bomb', 10],
]);

export const attackNames = Object.keys(attacks);

/** One attack by its name. @throws RangeError for a name that is none */
export function attackFile(
  { seed, households, total }: Omit<HostileWish, 'count'>,
  name: string,
  round = 1,
): HostileFile {
  const known = attacks[name];
  if (!known) throw new RangeError(`there is no attack ${name}`);
  const [codes, attack] = known;
  const chance = random(seed, 'attack', name, round);
  const parts = sheetOf(chance.shuffled(households).slice(0, rowsOfAVictim), total);
  return { name: `${name}-${round}.xlsx`, content: attack({ parts, chance }), codes };
}

/** A workbook of wrong totals in which bytes, or pieces of its XML, were changed at random. */
export function changedFile({ seed, households }: Omit<HostileWish, 'count'>, index: number): HostileFile {
  const chance = random(seed, 'changed', index);
  // No change of a few characters makes nine hundred the right total.
  const parts = sheetOf(chance.shuffled(households).slice(0, rowsOfAVictim), 900);
  const content = index % 2 === 0 ? changedBytes(packed(parts), chance) : changedXml(parts, chance);
  return { name: `changed-${index}.xlsx`, content };
}

/**
 * Hostile files: a third of them attacks in turn, the others changed at random. None of them may be entered. The same wish gives
 * the same files.
 */
export function* hostileFiles({ count, ...wish }: HostileWish): Generator<HostileFile> {
  const attacked = Math.ceil(count / 3);
  for (let index = 0; index < count; index += 1) {
    const round = 1 + Math.floor(index / attackNames.length);
    const name = attackNames[index % attackNames.length] ?? '';
    const isAttack = index < attacked && round <= (seldom.get(name) ?? Infinity);
    yield isAttack ? attackFile(wish, name, round) : changedFile(wish, index);
  }
}

function sheetOf(households: readonly EntryHousehold[], total: number): Parts {
  const rows = households.map((household) => rowOf(goodCells(household, total)));
  return sheetParts(entrySheet.name, [headerRow, ...rows], true);
}

function changedBytes(content: Buffer, chance: Random): Buffer {
  const changed = Buffer.from(content);
  for (let times = chance.between(1, 8); times > 0; times -= 1)
    changed[chance.between(0, changed.length - 1)] = chance.between(0, 255);
  return changed.equals(content) ? changed.subarray(1) : changed;
}

const scraps = [
  '<',
  '>',
  '&',
  '"',
  "'",
  '</row>',
  '<row>',
  '<c>',
  '</c>',
  ']]>',
  '<![CDATA[',
  '<!--',
  '-->',
  '<?x?>',
  '&#0;',
  '\u0000',
  '\ufffe',
  '__proto__',
  '9'.repeat(400),
  'NaN',
  '-1',
  ' ',
  '１',
  '<f>1</f>',
];

/** Cuts, doubles and swaps pieces of a part's XML, or puts scraps into it. */
function changedXml(parts: Parts, chance: Random): Buffer {
  const changed = new Map(parts);
  for (let times = chance.between(1, 5); times > 0; times -= 1) {
    const name = chance.weighted([
      [sheetPart, 6],
      ['xl/sharedStrings.xml', 2],
      ['xl/workbook.xml', 1],
      ['xl/_rels/workbook.xml.rels', 1],
      ['[Content_Types].xml', 1],
    ]);
    const xml = changed.get(name) ?? '';
    const [from, length] = [chance.between(0, xml.length), chance.between(1, 40)];
    const piece = xml.slice(from, from + length);
    const instead = chance.pick(['', piece + piece, chance.pick(scraps), piece.split('').reverse().join('')]);
    changed.set(name, xml.slice(0, from) + instead + xml.slice(from + length));
  }
  return packed(changed);
}
