import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { RowToWrite, SheetDescription } from '../sheet-description';
import { fixedParts } from './package-parts';
import { sheetXml } from './sheet-xml';

export interface WrittenWorkbook {
  rows: number;
  bytes: number;
}

/** Pieces of XML go to the packer in portions of about this many characters. */
const portion = 64 * 1024;
/** Every part bears it, so that the same rows give the same bytes. */
const mtime = new Date(2015, 9, 11);

/**
 * Writes a workbook of one sheet to `path`, row by row as they come: nothing but the portion under way is held. The
 * file is there whole or not at all, and for its owner alone.
 *
 * Text that a spreadsheet could take for a formula is neutralised; `checkRows` gives it back as it was.
 *
 * @param footer printed at the foot of every page, to say where a print-out comes from
 */
export async function writeWorkbook<const Sheet extends SheetDescription>(
  path: string,
  sheet: Sheet,
  rows: AsyncIterable<RowToWrite<Sheet>> | Iterable<RowToWrite<Sheet>>,
  footer = '',
): Promise<WrittenWorkbook> {
  const written: WrittenWorkbook = { rows: 0, bytes: 0 };
  const zip = new ZipFile();
  const content = Readable.from(inPortions(sheetXml(sheet, rows, footer, () => (written.rows += 1))), {
    objectMode: false,
  });
  for (const [name, xml] of fixedParts(sheet.name)) zip.addBuffer(Buffer.from(xml), name, { mtime });
  zip.addReadStream(content, 'xl/worksheets/sheet1.xml', { mtime });
  zip.end();
  const arriving = `${path}.part`;
  try {
    // The packer tells of a fault of its content only by an event.
    const failed = new Promise<never>((_, reject) => {
      content.once('error', reject);
      zip.once('error', reject);
    });
    const output = createWriteStream(arriving, { mode: 0o600 });
    await Promise.race([pipeline(zip.outputStream, output), failed]);
    written.bytes = output.bytesWritten;
    await rename(arriving, path);
    return written;
  } catch (error) {
    content.destroy();
    await rm(arriving, { force: true });
    throw error;
  }
}

async function* inPortions(pieces: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let text = '';
  for await (const piece of pieces) {
    text += piece;
    if (text.length < portion) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text) yield Buffer.from(text);
}
