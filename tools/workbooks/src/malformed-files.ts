import { random } from '@jingzhun/county';
import { entrySheet } from '@jingzhun/identification-rules';
import { columnLetters, type WorkbookProblem } from '@jingzhun/workbook';
import { goodCells, headerRow, rowOf, type EntryHousehold } from './entry-rows';
import { faults, type Fault } from './faults';
import { packed, sheetParts, type RawRow } from './sheet-package';

/** What must be said of a bad cell. The sentence beside it is for people and not part of the bargain. */
export type ExpectedProblem = Omit<WorkbookProblem, 'reason'>;

export interface MalformedFile {
  name: string;
  content: Buffer;
  /** Every bad cell, by rows from above, in a row from the left; one for each bad row. */
  expected: ExpectedProblem[];
}

export interface MalformedWish {
  seed: string;
  files: number;
  /** Bad rows of all files together. */
  rows: number;
  /** Those that wait for entry; a file needs at least as many as it has rows. */
  households: readonly EntryHousehold[];
  /** The total of every household's sheet. */
  total: number;
  /** Whether the register is there to be asked. */
  withRegister: boolean;
}

const goodRowsPerFile = 12;

/** Files of the entry sheet in which good rows stand among bad ones; the same wish gives the same files. */
export function* malformedFiles(wish: MalformedWish): Generator<MalformedFile> {
  const perFile = Math.ceil(wish.rows / wish.files);
  for (let file = 0, left = wish.rows; left > 0; file += 1, left -= perFile)
    yield malformedFile(wish, file, Math.min(perFile, left));
}

function malformedFile(wish: MalformedWish, file: number, badRows: number): MalformedFile {
  const { seed, households, total, withRegister } = wish;
  const chance = random(seed, 'malformed', file);
  const known = withRegister ? faults : faults.filter(({ inRegister }) => !inRegister);
  const begin = chance.between(0, Math.max(0, households.length - badRows - goodRowsPerFile));
  const own = chance.shuffled(households.slice(begin, begin + badRows + goodRowsPerFile));
  const bad = new Set(chance.shuffled(own).slice(0, badRows));
  const rows: RawRow[] = [headerRow];
  const expected: ExpectedProblem[] = [];
  for (const household of own) {
    // In turn, so that every way comes equally often; the file's number decides with which the file begins.
    const way = bad.has(household) ? known[(file * badRows + expected.length) % known.length] : undefined;
    rows.push(rowOf({ ...goodCells(household, total), ...way?.cells({ household, total, chance }) }));
    if (way) expected.push(expectedOf(way, rows.length));
  }
  const content = packed(sheetParts(entrySheet.name, rows, chance.chance(0.5)));
  return { name: `malformed-${String(file + 1).padStart(3, '0')}.xlsx`, content, expected };
}

function expectedOf({ key, code }: Fault, row: number): ExpectedProblem {
  const index = entrySheet.columns.findIndex((column) => column.key === key);
  const header = entrySheet.columns[index]?.header ?? '';
  return { sheet: entrySheet.name, row, column: columnLetters(index + 1), header, code };
}

/** How far what was said of a file is what had to be said: the expected ones that are missing, and what was said beyond them. */
export function compareProblems(
  expected: readonly ExpectedProblem[],
  said: readonly WorkbookProblem[],
): { missing: string[]; beyond: string[] } {
  const words = ({ sheet, row, column, header, code }: ExpectedProblem) => `${sheet}!${column}${row} ${header} ${code}`;
  const heard = new Set(said.filter(({ reason }) => reason !== '').map(words));
  const wanted = new Set(expected.map(words));
  return {
    missing: [...wanted].filter((problem) => !heard.has(problem)),
    beyond: [...heard].filter((problem) => !wanted.has(problem)),
  };
}
