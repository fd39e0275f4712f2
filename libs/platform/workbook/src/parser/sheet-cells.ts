import { columnNumber } from '../column-letters';
import type { CellKind, SheetCell } from '../sheet-row';
import type { WorkbookLimits } from '../limits';
import { Elements, type Element } from './elements';
import { unescapedText } from './escaped-text';
import { damaged, Refused } from './refused';

/** A row as it leaves the reading process: its number, then its cells. */
export type ParsedRow = [number: number, ...cells: SheetCell[]];

export interface SheetLimits extends Pick<WorkbookLimits, 'columns'> {
  /** Rows, the headers among them. */
  rows: number;
}

/** What a spreadsheet program lets a cell hold. */
const longestText = 32_767;
const mostMerges = 100;
const reference = /^([A-Z]{1,3})([1-9]\d{0,6})$/;
const number = /^-?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/;

/** The cells of one sheet, from its XML. */
export class SheetCells {
  /** Where cells are merged; known when the sheet is over. */
  readonly merges: string[] = [];
  private readonly elements: Elements;
  private rows: ParsedRow[] = [];
  private isSheet = false;
  private row = 0;
  private cells: SheetCell[] | undefined;
  private column = 0;
  private cell: { type: string; value: string; formula?: string } | undefined;
  private collecting: 'value' | 'formula' | undefined;
  private inReading = false;

  constructor(
    private readonly strings: readonly string[],
    private readonly limits: SheetLimits,
    part: string,
  ) {
    this.elements = new Elements(
      {
        open: (element) => this.open(element),
        text: (text) => this.text(text),
        close: (name) => this.close(name),
      },
      part,
    );
  }

  /** Takes a piece of the XML and answers the rows that are whole with it. */
  feed(piece: string): ParsedRow[] {
    this.elements.feed(piece);
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  end(): void {
    this.elements.end();
    if (!this.isSheet) throw damaged('a sheet has no cells');
  }

  private open(element: Element): void {
    switch (element.name) {
      case 'worksheet':
        this.isSheet = true;
        break;
      case 'row':
        this.beginRow(element);
        break;
      case 'c':
        this.beginCell(element);
        break;
      case 'v':
        this.collecting = this.cell && 'value';
        break;
      case 't':
        this.collecting = this.cell && !this.inReading ? 'value' : undefined;
        break;
      case 'f':
        if (this.cell) this.cell.formula = '';
        this.collecting = this.cell && 'formula';
        break;
      case 'rPh':
        this.inReading = true;
        break;
      case 'mergeCell':
        if (this.merges.length < mostMerges) this.merges.push(element.attributes.ref ?? '');
        break;
    }
  }

  private text(text: string): void {
    const { cell, collecting } = this;
    if (!cell || !collecting) return;
    const longer = (cell[collecting] ?? '') + text;
    if (longer.length > longestText) throw damaged(`a cell of row ${this.row} holds too much`);
    cell[collecting] = longer;
  }

  private close(name: string): void {
    if (name === 'c') this.endCell();
    else if (name === 'row') this.endRow();
    else if (name === 'rPh') this.inReading = false;
    else if (name === 'v' || name === 't' || name === 'f') this.collecting = undefined;
  }

  private beginRow(element: Element): void {
    if (this.cells) throw damaged('a row lies within a row');
    const declared = element.attributes.r;
    const next = declared === undefined ? this.row + 1 : /^\d{1,7}$/.test(declared) ? Number(declared) : 0;
    if (next <= this.row) throw damaged(`row ${this.row} is followed by row ${declared}`);
    if (next > this.limits.rows)
      throw new Refused(
        'TOO_MANY_ROWS',
        `The sheet goes on below row ${this.limits.rows}. Delete the rows below the last record.`,
      );
    this.row = next;
    this.column = 0;
    this.cells = [];
  }

  private endRow(): void {
    if (this.cells && this.cells.length > 0) this.rows.push([this.row, ...this.cells]);
    this.cells = undefined;
  }

  private beginCell(element: Element): void {
    if (!this.cells || this.cell) throw damaged('a cell lies outside its row');
    const declared = element.attributes.r;
    const [, letters, row] = reference.exec(declared ?? '') ?? [];
    const next = declared === undefined ? this.column + 1 : columnNumber(letters ?? '');
    if (declared !== undefined && (Number(row) !== this.row || next <= this.column))
      throw damaged(`cell ${declared.slice(0, 20)} is out of place`);
    this.column = next;
    this.cell = { type: element.attributes.t ?? 'n', value: '' };
  }

  private endCell(): void {
    const { cell, column } = this;
    this.cell = undefined;
    if (!cell) return;
    const read = this.valueOf(cell);
    if (!read) return;
    if (column > this.limits.columns)
      throw new Refused('TOO_MANY_COLUMNS', `The sheet has more than ${this.limits.columns} columns.`);
    this.cells?.push({ column, ...read });
  }

  /** A formula counts as what it is, never as the result that some program has left beside it. */
  private valueOf({ type, value, formula }: NonNullable<typeof this.cell>): Omit<SheetCell, 'column'> | undefined {
    if (formula !== undefined) return { kind: 'formula', text: `=${formula}` };
    if (value === '') return undefined;
    switch (type) {
      case 's':
        return { kind: 'text', text: this.shared(value) };
      case 'str':
      case 'inlineStr':
        return { kind: 'text', text: unescapedText(value) };
      case 'n':
        if (!number.test(value)) throw damaged(`row ${this.row} has a number that is none`);
        return { kind: 'number', text: value };
      case 'b':
      case 'd':
      case 'e':
        return { kind: kinds[type], text: value };
      default:
        throw damaged(`row ${this.row} has a cell of an unknown kind`);
    }
  }

  private shared(index: string): string {
    const text = /^\d{1,9}$/.test(index) ? this.strings[Number(index)] : undefined;
    if (text === undefined) throw damaged(`row ${this.row} names a text that is not there`);
    return text;
  }
}

const kinds = { b: 'boolean', d: 'date', e: 'error' } as const satisfies Record<string, CellKind>;
