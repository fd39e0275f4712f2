import { entrySheet } from '@jingzhun/identification-rules';
import { writeWorkbook, type RowValues, type WorkbookReader } from '@jingzhun/workbook';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Person } from './running-service';

export type EntryValues = RowValues<typeof entrySheet>;

export interface ShownExport {
  id: string;
  state: string;
  rows: number | null;
  namesMasked: boolean;
  path: string | null;
  code?: string;
}

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

const exported = 'id state rows namesMasked path';
const imported =
  'id state rowsRead entered alreadyEntered problemCount problems { sheet row column header code reason }';

/** Asks for an export and waits for its end; answers the refusal when there is one. */
export async function exportEntries(
  person: Person,
  areaCode: string,
  reason = 'to enter the sheets',
): Promise<ShownExport> {
  const { exportEntryWorkbook: begun } = await person.ask<{ exportEntryWorkbook: ShownExport }>(
    `mutation ($input: ExportEntryWorkbookInput!) {
       exportEntryWorkbook(input: $input) { ... on EntryWorkbook { ${exported} } ... on Refusal { code } }
     }`,
    { input: { key: randomUUID(), areaCode, reason } },
  );
  if (begun.code) return begun;
  for (;;) {
    const { entryWorkbook } = await person.ask<{ entryWorkbook: ShownExport }>(
      `query ($id: ID!) { entryWorkbook(id: $id) { ${exported} } }`,
      { id: begun.id },
    );
    if (entryWorkbook.state !== 'running') return entryWorkbook;
  }
}

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
  await inFolder(async (path) => {
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
  return inFolder(async (path) => {
    await writeWorkbook(path, entrySheet, rows);
    return readFile(path);
  });
}

async function inFolder<Result>(work: (path: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'entry-workbook-'));
  try {
    return await work(join(folder, 'file.xlsx'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
