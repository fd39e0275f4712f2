import { fileProblem, type WorkbookProblem } from '../workbook-problem';
import type { WorkbookLimits } from '../limits';
import { Archive } from './archive';
import { readPackageMap, type PackageMap } from './package-map';
import { Refused } from './refused';
import { readSharedStrings } from './shared-strings';
import { SheetCells, type ParsedRow } from './sheet-cells';

/** What is to be read: one sheet of one file. */
export interface Reading {
  path: string;
  sheet: string;
  /** Rows of the sheet, the headers among them. */
  rows: number;
  limits: WorkbookLimits;
}

const rowsAtOnce = 500;

/**
 * The rows of the sheet in portions, and at the end what is wrong with the file as a whole. A fault found in the middle ends
 * the reading; what was given out before it is worth nothing, because a file is taken whole or not at all.
 */
export async function* parseFile(reading: Reading): AsyncGenerator<ParsedRow[], WorkbookProblem[]> {
  const { limits } = reading;
  let archive: Archive | undefined;
  try {
    archive = await Archive.open(reading.path, limits);
    const map = await readPackageMap(archive);
    const problems = problemsOf(map, reading.sheet);
    const place = map.sheets.find(({ name }) => name === reading.sheet);
    if (!place) return problems;
    const strings = map.sharedStrings ? await readSharedStrings(archive, map.sharedStrings, limits) : [];
    const sheet = new SheetCells(strings, { rows: reading.rows, columns: limits.columns }, place.part);
    let portion: ParsedRow[] = [];
    for await (const piece of archive.text(place.part)) {
      portion.push(...sheet.feed(piece));
      if (portion.length < rowsAtOnce) continue;
      yield portion;
      portion = [];
    }
    sheet.end();
    if (portion.length > 0) yield portion;
    return [...problems, ...mergesOf(sheet.merges, reading.sheet)];
  } catch (error) {
    if (error instanceof Refused) return [error.problem];
    throw error;
  } finally {
    archive?.close();
  }
}

function problemsOf({ sheets, countsFrom1904 }: PackageMap, expected: string): WorkbookProblem[] {
  const problems: WorkbookProblem[] = [];
  if (countsFrom1904)
    problems.push(
      fileProblem(
        'DATES_FROM_1904',
        'The file counts its days from 1904; days copied from others would be four years off.',
      ),
    );
  if (!sheets.some(({ name }) => name === expected))
    problems.push(fileProblem('SHEET_MISSING', `The file has no sheet ${expected}.`));
  for (const { name, hidden } of sheets) {
    if (hidden) problems.push(fileProblem('HIDDEN_SHEET', 'The sheet is hidden. Show it, or delete it.', name));
    else if (name !== expected)
      problems.push(fileProblem('UNEXPECTED_SHEET', `Only the sheet ${expected} is read. Delete this one.`, name));
  }
  return problems;
}

function mergesOf(merges: readonly string[], sheet: string): WorkbookProblem[] {
  return merges.map((range) => {
    const [, column = '', row = '0'] = /^([A-Z]{1,3})(\d{1,7})/.exec(range) ?? [];
    const reason = `The cells ${range.slice(0, 30)} are merged. Separate them and fill each.`;
    return { ...fileProblem('MERGED_CELLS', reason, sheet), row: Number(row), column };
  });
}
