import { columnLetters } from '@jingzhun/workbook';
import { zipOf, type ZipPart } from './zip';

/** A cell as it is to stand in the file. `raw` is XML for a whole cell, with `@` for its place. */
export type RawCell =
  | { text: string }
  | { number: string }
  | { boolean: '0' | '1' }
  | { error: string }
  | { formula: string; result?: string }
  | { raw: string };

/** A row of cells; a hole is an empty cell. */
export type RawRow = (RawCell | undefined)[];

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const namespaces = `xmlns="${main}" xmlns:r="${relation}"`;
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const sheetPart = 'xl/worksheets/sheet1.xml';

/** The parts of a workbook as the usual programs write them; change any of them before packing. */
export type Parts = Map<string, string>;

/**
 * A workbook with one sheet of these rows, the first of them row 1.
 * @param shared whether texts stand in a table of their own, as Excel writes them, or in their cells
 */
export function sheetParts(name: string, rows: readonly RawRow[], shared: boolean): Parts {
  const strings = new Map<string, number>();
  const lines = rows.map((cells, index) => rowXml(cells, index + 1, shared ? strings : undefined));
  return new Map([
    [
      '[Content_Types].xml',
      `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
        `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        `<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    ],
    ['_rels/.rels', relationsXml([['officeDocument', 'xl/workbook.xml']])],
    [
      'xl/workbook.xml',
      `${declaration}<workbook ${namespaces}><workbookPr/><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relationsXml([
        ['worksheet', 'worksheets/sheet1.xml'],
        ['sharedStrings', 'sharedStrings.xml'],
      ]),
    ],
    [
      'xl/sharedStrings.xml',
      `${declaration}<sst xmlns="${main}">${[...strings.keys()].map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
    ],
    [sheetPart, `${declaration}<worksheet ${namespaces}><sheetData>${lines.join('')}</sheetData></worksheet>`],
  ]);
}

/** Packs the parts, with others that are no text. */
export function packed(parts: Parts, ...more: ZipPart[]): Buffer {
  return zipOf([...[...parts].map(([name, xml]) => ({ name, content: Buffer.from(xml) })), ...more]);
}

/** The parts with one of them changed. @throws Error when there is nothing to change: a hostile file that is none proves nothing */
export function withChange(parts: Parts, name: string, from: string | RegExp, to: string): Parts {
  const before = parts.get(name) ?? '';
  const after = before.replace(from, () => to);
  if (after === before) throw new Error(`part ${name} has no ${String(from)}`);
  return new Map([...parts, [name, after]]);
}

export function cellXml(cell: RawCell, place: string, strings?: Map<string, number>): string {
  if ('raw' in cell) return cell.raw.replaceAll('@', place);
  if ('number' in cell) return `<c r="${place}"><v>${cell.number}</v></c>`;
  if ('boolean' in cell) return `<c r="${place}" t="b"><v>${cell.boolean}</v></c>`;
  if ('error' in cell) return `<c r="${place}" t="e"><v>${cell.error}</v></c>`;
  if ('formula' in cell)
    return `<c r="${place}" t="str"><f>${escaped(cell.formula)}</f><v>${escaped(cell.result ?? '')}</v></c>`;
  if (!strings) return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell.text)}</t></is></c>`;
  const index = strings.get(cell.text) ?? strings.size;
  strings.set(cell.text, index);
  return `<c r="${place}" t="s"><v>${index}</v></c>`;
}

function rowXml(cells: RawRow, row: number, strings: Map<string, number> | undefined): string {
  const xml = cells.map((cell, index) => (cell ? cellXml(cell, `${columnLetters(index + 1)}${row}`, strings) : ''));
  return `<row r="${row}">${xml.join('')}</row>`;
}

function relationsXml(targets: [type: string, target: string][]): string {
  const rows = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${relation}/${type}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join('')}</Relationships>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
