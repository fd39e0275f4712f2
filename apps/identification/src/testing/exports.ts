import type { WorkbookReader } from '@jingzhun/workbook';
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { Person } from './running-service';
import { withTemporaryFile } from './temporary-file';

export interface ShownExport {
  id: string;
  kind: string;
  state: string;
  rows: number | null;
  names: string;
  idNumbers: string;
  path: string | null;
  code?: string;
}

const shown = 'id kind state rows names idNumbers path';

const inputs = {
  exportEntryWorkbook: 'ExportAreaInput',
  exportRegister: 'ExportAreaInput',
  exportRegisterInFull: 'ExportAreaInput',
  exportAssessments: 'ExportAreaInput',
  exportPoorHouseholds: 'ExportAreaInput',
  exportScoreLineTable: 'ExportScoreLineTableInput',
} as const;

/** Asks for an export and waits for its end; answers the refusal when there is one. */
export async function exported(
  person: Person,
  mutation: keyof typeof inputs,
  input: Record<string, unknown>,
): Promise<ShownExport> {
  const { begun } = await person.ask<{ begun: ShownExport }>(
    `mutation ($input: ${inputs[mutation]}!) {
       begun: ${mutation}(input: $input) { ... on Export { ${shown} } ... on Refusal { code } }
     }`,
    { input: { key: randomUUID(), reason: 'for the file of the county', ...input } },
  );
  if (begun.code) return begun;
  for (;;) {
    const { row } = await person.ask<{ row: ShownExport }>(`query ($id: ID!) { row: export(id: $id) { ${shown} } }`, {
      id: begun.id,
    });
    if (row.state !== 'running') return row;
  }
}

/** The bytes of an export's file, fetched from the service as the gateway would. */
export async function fetched(person: Person, { path }: ShownExport): Promise<Buffer> {
  const { status, content } = await person.fetch(localPath(path));
  if (status !== 200) throw new Error(`the file was answered with ${status}`);
  return content;
}

/** The service's own path of what the gateway gives out. */
export function localPath(path: string | null): string {
  return path!.replace('/identification', '');
}

/** The rows of a list as the reader of workbooks finds them, by the headers of their columns; empty cells are left out. */
export async function listIn(
  reader: WorkbookReader,
  sheetName: string,
  content: Buffer,
): Promise<Record<string, string>[]> {
  return withTemporaryFile(async (path) => {
    await writeFile(path, content);
    let headers = new Map<number, string>();
    const rows: Record<string, string>[] = [];
    for await (const { number, cells } of reader.read(path, { name: sheetName, columns: [], maximumRows: 100_000 })) {
      if (number === 1) headers = new Map(cells.map(({ column, text }) => [column, text]));
      else rows.push(Object.fromEntries(cells.map(({ column, text }) => [headers.get(column) ?? '', text])));
    }
    return rows;
  });
}
