import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

let folder: string | undefined;
let files = 0;

/** A path for a file that is gone when the spec file is over. */
export function temporaryPath(): string {
  folder ??= mkdtempSync(join(tmpdir(), 'jingzhun-workbook-'));
  files += 1;
  return join(folder, `${files}.xlsx`);
}

// Registered where a spec file is loaded, so that it runs after all of its tests.
afterAll(() => {
  if (folder) rmSync(folder, { recursive: true, force: true });
});

const namespaces =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a workbook with one sheet `People`, as other programs write them. */
export function workbookParts(sheetData: string, more: Record<string, string> = {}): Record<string, string> {
  return {
    '[Content_Types].xml':
      '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    '_rels/.rels': `<Relationships><Relationship Id="rId1" Type="${relation}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook ${namespaces}><sheets><sheet name="People" sheetId="1" r:id="rId7"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      `<Relationships><Relationship Id="rId7" Type="${relation}/worksheet" Target="worksheets/sheet4.xml"/>` +
      `<Relationship Id="rId2" Type="${relation}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/sharedStrings.xml': '<sst><si><t>Name</t></si><si><t>Age</t></si></sst>',
    'xl/worksheets/sheet4.xml': `<worksheet ${namespaces}>${sheetData}</worksheet>`,
    ...more,
  };
}

/** Packs parts to a file and answers its path. */
export async function packageOf(parts: Record<string, string>): Promise<string> {
  const zip = new ZipFile();
  for (const [name, xml] of Object.entries(parts)) zip.addBuffer(Buffer.from(xml), name);
  zip.end();
  const path = temporaryPath();
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
}
