import { entrySheet } from '@jingzhun/identification-rules';
import { writeWorkbook, type RowValues, type WorkbookReader } from '@jingzhun/workbook';
import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import type { Person } from './running-service';
import { withTemporaryFile } from './temporary-file';

export type EntryValues = RowValues<typeof entrySheet>;

export interface ShownImport {
  id: string;
  state: string;
  rowsRead: number;
  entered: number;
  alreadyEntered: number;
  problemCount: number;
  problems: { sheet: string; row: number; column: string; header: string; code: string; reason: string }[];
  code?: string;
}

const imported =
  'id state rowsRead entered alreadyEntered problemCount problems { sheet row column header code reason }';

/** Uploads a file, asks for its import and waits for its end; answers the refusal when there is one. */
export async function importEntries(clerk: Person, content: Buffer, key: string = randomUUID()): Promise<ShownImport> {
  const fileId = await clerk.upload(content);
  const { importEntryWorkbook: begun } = await clerk.ask<{ importEntryWorkbook: ShownImport }>(
    `mutation ($input: ImportEntryWorkbookInput!) {
       importEntryWorkbook(input: $input) { ... on EntryWorkbookImport { ${imported} } ... on Refusal { code } }
     }`,
    { input: { key, fileId } },
  );
  if (begun.code) return begun;
  for (;;) {
    const { entryWorkbookImport } = await clerk.ask<{ entryWorkbookImport: ShownImport }>(
      `query ($id: ID!) { entryWorkbookImport(id: $id) { ${imported} } }`,
      { id: begun.id },
    );
    if (entryWorkbookImport.state !== 'running') return entryWorkbookImport;
  }
}

/** The rows of a workbook, as they stand in it. */
export async function rowsOf(reader: WorkbookReader, content: Buffer): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  await withTemporaryFile(async (path) => {
    await writeFile(path, content);
    for await (const { number, cells } of reader.read(path, entrySheet))
      if (number > 1)
        rows.push(
          Object.fromEntries(cells.map(({ column, text }) => [entrySheet.columns[column - 1]?.key ?? column, text])),
        );
  });
  return rows;
}

/** The workbook with those rows. */
export async function workbookOf(rows: EntryValues[]): Promise<Buffer> {
  return withTemporaryFile(async (path) => {
    await writeWorkbook(path, entrySheet, rows);
    return readFile(path);
  });
}
