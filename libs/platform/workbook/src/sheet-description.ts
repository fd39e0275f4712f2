interface AnyColumn {
  /** The name of its value among the values of a row. */
  readonly key: string;
  /** What stands in the first row, in the language of those who fill the sheet. */
  readonly header: string;
  /** Whether people write in it; every other column comes back as it was written. */
  readonly open?: boolean;
  /** Whether every row must have a value in it; `false` lets a cell be empty. */
  readonly required?: boolean;
  readonly hidden?: boolean;
  /** In characters of the standard font. */
  readonly width?: number;
  /** Whether no two rows may have the same value. */
  readonly unique?: boolean;
}

/** Words of a person; 1,000 characters when no other limit is given. */
export interface TextColumn extends AnyColumn {
  readonly kind: 'text';
  readonly maximumLength?: number;
}

/** An identifier of digits and letters, stored as text because a spreadsheet keeps only 15 digits of a number. */
export interface CodeColumn extends AnyColumn {
  readonly kind: 'code';
  readonly pattern: RegExp;
  /** A fault that the shape does not show, such as a wrong check digit. */
  readonly check?: (code: string) => CellFault | undefined;
}

export interface IntegerColumn extends AnyColumn {
  readonly kind: 'integer';
  readonly minimum: number;
  readonly maximum: number;
}

/** One of a few words, offered as a list. */
export interface ChoiceColumn extends AnyColumn {
  readonly kind: 'choice';
  readonly choices: readonly string[];
}

/** A calendar day, `yyyy-mm-dd` as a value. */
export interface DateColumn extends AnyColumn {
  readonly kind: 'date';
}

export type ColumnDescription = TextColumn | CodeColumn | IntegerColumn | ChoiceColumn | DateColumn;

/** What is wrong with a value: a stable code, and a sentence for the person who has the sheet before him. */
export interface CellFault {
  readonly code: string;
  readonly reason: string;
}

/**
 * A sheet as it is written and as it must come back: headers in the first row, then one record a row.
 *
 * With an open column it is a form: what is not open is locked. Without one it is a list, to be sorted and filtered: nothing is locked.
 */
export interface SheetDescription {
  readonly name: string;
  readonly columns: readonly ColumnDescription[];
  /** Rows below the headers. */
  readonly maximumRows: number;
  /** Whether a row whose open columns are all empty is passed over: people fill a sheet bit by bit. */
  readonly mayBeLeftOpen?: boolean;
  /** A fault between the values of one row, at the column `key`. */
  readonly checkRow?: (
    values: Readonly<Record<string, CellValue>>,
  ) => (CellFault & { readonly key: string }) | undefined;
}

/** A value of a cell: a number in a column of integers, text in every other, nothing in an empty cell. */
export type CellValue = string | number | undefined;

/** The values of one row that was read, by the keys of the columns. */
export type RowValues<Sheet extends SheetDescription> = {
  -readonly [Column in Sheet['columns'][number] as Column['key']]: ValueIn<Column> | Emptiable<Column>;
};

/** The values of one row that is written: people are to fill in what is open. Null is an empty cell, as a database has it. */
export type RowToWrite<Sheet extends SheetDescription> = {
  readonly [Column in Sheet['columns'][number] as Column extends { open: true } ? never : Column['key']]:
    ValueIn<Column> | Empty<Column>;
} & {
  readonly [Column in Sheet['columns'][number] as Column extends { open: true } ? Column['key'] : never]?:
    ValueIn<Column> | undefined;
};

type ValueIn<Column> = Column extends { kind: 'integer' } ? number : string;
type Emptiable<Column> = Column extends { required: false } ? undefined : never;
type Empty<Column> = Column extends { required: false } ? undefined | null : never;
