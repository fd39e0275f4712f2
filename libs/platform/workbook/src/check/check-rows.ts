import { columnLetters } from '../column-letters';
import type { CellFault, CellValue, ColumnDescription, RowValues, SheetDescription } from '../sheet-description';
import type { SheetCell, SheetRow } from '../sheet-row';
import { WorkbookRefused } from '../workbook-reader';
import type { WorkbookProblem, WorkbookProblems } from '../workbook-problem';
import { checkCell } from './check-cell';

export interface CheckedRow<Sheet extends SheetDescription> {
  /** As the spreadsheet counts. */
  row: number;
  values: RowValues<Sheet>;
}

/**
 * The good rows of a sheet as they come; every bad cell of the others is named in `problems`. Take no row for good before the
 * end, and none at all when there are problems then: a file is taken whole or not at all.
 *
 * Rows whose open columns are all empty are passed over where the sheet allows it.
 */
export async function* checkRows<const Sheet extends SheetDescription>(
  sheet: Sheet,
  rows: AsyncIterable<SheetRow>,
  problems: WorkbookProblems,
): AsyncGenerator<CheckedRow<Sheet>, void> {
  const check = new RowCheck(sheet);
  try {
    for await (const row of rows) {
      const checked = check.take(row);
      if (Array.isArray(checked)) problems.add(...checked);
      else if (checked) yield { row: row.number, values: checked as RowValues<Sheet> };
      if (problems.areFull) return;
    }
    problems.add(...check.missing());
  } catch (error) {
    if (!(error instanceof WorkbookRefused)) throw error;
    problems.add(...error.problems);
  }
}

type Values = Record<string, CellValue>;

/** Remembers of the rows before only what a row can be at odds with. */
class RowCheck {
  /** What follows headers that are not the sheet's means nothing. */
  private headers: 'awaited' | 'right' | 'wrong' = 'awaited';
  private readonly seen = new Map<string, Map<CellValue, number>>();

  constructor(private readonly sheet: SheetDescription) {
    for (const { key, unique } of sheet.columns) if (unique) this.seen.set(key, new Map());
  }

  /** The values of a row, what is wrong with it, or nothing for a row without a record. */
  take(row: SheetRow): Values | WorkbookProblem[] | undefined {
    const { columns } = this.sheet;
    const cells = columns.map((_, index) => row.cells.find(({ column }) => column === index + 1));
    if (this.headers === 'awaited') return this.takeHeaders(row, cells);
    if (this.headers === 'wrong') return undefined;
    const stray = row.cells.filter(({ column }) => column > columns.length);
    if (this.sheet.mayBeLeftOpen && stray.length === 0 && isLeftOpen(columns, cells)) return undefined;
    const values: Values = Object.create(null) as Values;
    const problems = stray.map(({ column }) =>
      this.problem(row, column, { code: 'UNEXPECTED_CELL', reason: 'Nothing belongs here. Delete the cell.' }),
    );
    columns.forEach((column, index) => {
      const checked = checkCell(column, cells[index]);
      if ('fault' in checked) problems.push(this.problem(row, index + 1, checked.fault));
      else values[column.key] = checked.value;
    });
    if (problems.length === 0) problems.push(...this.atOdds(row, values));
    return problems.length > 0 ? problems : values;
  }

  /** What is missing when the sheet is over. */
  missing(): WorkbookProblem[] {
    if (this.headers !== 'awaited') return [];
    const [first] = this.sheet.columns;
    const place = { sheet: this.sheet.name, row: 1, column: 'A', header: first?.header ?? '' };
    return [{ ...place, code: 'WRONG_HEADER', reason: 'The sheet is empty.' }];
  }

  private takeHeaders(row: SheetRow, cells: (SheetCell | undefined)[]): WorkbookProblem[] | undefined {
    const wrong = this.sheet.columns.flatMap(({ header }, index) =>
      row.number === 1 && cells[index]?.kind === 'text' && cells[index].text === header ? [] : [index + 1],
    );
    const stray = row.cells.map(({ column }) => column).filter((column) => column > this.sheet.columns.length);
    this.headers = wrong.length + stray.length > 0 ? 'wrong' : 'right';
    const fault = { code: 'WRONG_HEADER', reason: 'The first row must have the headers as they were exported.' };
    return [...wrong, ...stray].map((column) => this.problem({ number: 1 }, column, fault));
  }

  private atOdds(row: SheetRow, values: Values): WorkbookProblem[] {
    const problems: WorkbookProblem[] = [];
    for (const [key, known] of this.seen) {
      const before = known.get(values[key]);
      if (before !== undefined)
        problems.push(this.problemOf(row, key, { code: 'DUPLICATE', reason: `Row ${before} has the same value.` }));
      else known.set(values[key], row.number);
    }
    const wrong = this.sheet.checkRow?.(values);
    return wrong ? [...problems, this.problemOf(row, wrong.key, wrong)] : problems;
  }

  private problemOf(row: SheetRow, key: string, fault: CellFault): WorkbookProblem {
    return this.problem(row, 1 + this.sheet.columns.findIndex((column) => column.key === key), fault);
  }

  private problem(
    { number: row }: Pick<SheetRow, 'number'>,
    column: number,
    { code, reason }: CellFault,
  ): WorkbookProblem {
    const header = this.sheet.columns[column - 1]?.header ?? '';
    return { sheet: this.sheet.name, row, column: columnLetters(column), header, code, reason };
  }
}

function isLeftOpen(columns: readonly ColumnDescription[], cells: readonly (SheetCell | undefined)[]): boolean {
  return columns.every(({ open }, index) => !open || cells[index] === undefined);
}
