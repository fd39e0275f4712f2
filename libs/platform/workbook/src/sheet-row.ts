/** What a cell was in the file. A formula's text is the formula, never its cached result. */
export type CellKind = 'text' | 'number' | 'boolean' | 'error' | 'formula' | 'date';

/** A cell with something in it. `text` is what stands in the file: a number keeps its digits. */
export interface SheetCell {
  /** From 1. */
  column: number;
  kind: CellKind;
  text: string;
}

/** A row with something in it; its cells in the order of their columns. */
export interface SheetRow {
  sheet: string;
  /** As the spreadsheet counts, from 1. */
  number: number;
  cells: SheetCell[];
}
