import type { Caller, Role } from '@jingzhun/access';
import { writeWorkbook, type RowToWrite, type SheetDescription, type WrittenWorkbook } from '@jingzhun/workbook';
import type { EntityManager } from 'typeorm';
import type { ExportRow } from './export.entity';

export const exportKinds = [
  'entryWorkbook',
  'register',
  'registerInFull',
  'assessments',
  'poorHouseholds',
  'scoreLineTable',
] as const;

export type ExportKindName = (typeof exportKinds)[number];

/** How something of a person goes out: not at all, with characters that cannot be read, or whole. */
export type Disclosure = 'absent' | 'masked' | 'inFull';

/** Who may have exports of a kind, and what of the persons in it he is shown. */
export interface ExportRight {
  readonly kind: ExportKindName;
  readonly roles: readonly Role[];
  /** To whom names are shown whole, where they hold one of these roles; others have them masked. None are in it when absent. */
  readonly namesTo?: readonly Role[];
  readonly idNumbers: Disclosure;
}

/** What every request for an export says. */
export interface AskedExport {
  /** Made by the client; the same key with the same request is answered once. */
  key: string;
  /** Why it is wanted; kept with the record of the export. */
  reason: string;
}

/** An export of an area is asked for. */
export interface AskedOfArea extends AskedExport {
  areaCode: string;
}

/** An export under way. */
export interface ExportOrder<Asked extends AskedExport = AskedExport> {
  row: ExportRow;
  asked: Asked;
  caller: Caller;
}

/** A sheet with its rows, which are read as they are written. */
export interface ExportContent {
  sheetName: string;
  /** Printed at the foot of every page beside what tells where the file comes from. */
  note: string;
  write(path: string, footer: string): Promise<WrittenWorkbook>;
}

/** Everything one kind of export is: its right, what it refuses, its columns and its query. */
export interface ExportKind<Asked extends AskedExport = AskedExport> {
  readonly right: ExportRight;
  /** The area the export is of. Whether it is the caller's is decided for every kind alike. @throws NotAllowed, InvalidInput */
  areaOf(tx: EntityManager, caller: Caller, asked: Asked): Promise<string>;
  /** Asked once the area is known to be the caller's. @throws the refusals of this kind */
  admit?(tx: EntityManager, asked: Asked): Promise<void>;
  /** Called within a snapshot that lasts until the last row is written, and may store what must be recorded of the rows. */
  content(tx: EntityManager, order: ExportOrder<Asked>): Promise<ExportContent>;
}

/** Rows with the sheet whose columns they fill; a column without its value does not compile. */
export function contentOf<const Sheet extends SheetDescription>(
  sheet: Sheet,
  rows: AsyncIterable<RowToWrite<Sheet>> | Iterable<RowToWrite<Sheet>>,
  note = '',
): ExportContent {
  return { sheetName: sheet.name, note, write: (path, footer) => writeWorkbook(path, sheet, rows, footer) };
}
