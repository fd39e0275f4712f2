import type { Random } from '@jingzhun/county';
import { entrySheet } from '@jingzhun/identification-rules';
import { packed, sheetPart, withChange, type Parts } from './sheet-package';
import { zipOf } from './zip';

/** What an attack is made from: a workbook that would be entered if nothing were wrong with it. */
export interface Victim {
  parts: Parts;
  chance: Random;
}

export type Attack = (victim: Victim) => Buffer;

const external = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';
const parameter = '<!DOCTYPE x [<!ENTITY % e SYSTEM "http://127.0.0.1:9/x.dtd"> %e;]>';
const laughs = `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(40)}">${'bcdefghij'
  .split('')
  .map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghij'[index]};`.repeat(10)}">`)
  .join('')}]>`;
const rootOf: Record<string, string> = {
  'xl/workbook.xml': '<workbook',
  [sheetPart]: '<worksheet',
  'xl/sharedStrings.xml': '<sst',
  '[Content_Types].xml': '<Types',
  '_rels/.rels': '<Relationships',
};

const changing =
  (part: string, from: string | RegExp, to: string): Attack =>
  ({ parts }) =>
    packed(withChange(parts, part, from, to));
const adding =
  (name: string, content = 'x'): Attack =>
  ({ parts }) =>
    packed(parts, { name, content: Buffer.from(content) });
const declaring =
  (dtd: string): Attack =>
  ({ parts, chance }) => {
    const part = chance.pick(Object.keys(rootOf));
    return packed(withChange(parts, part, rootOf[part] ?? '', `${dtd}${rootOf[part]}`));
  };
const inSheet = (xml: string): Attack => changing(sheetPart, '</sheetData>', `${xml}</sheetData>`);
const bytes =
  (...content: (string | number[])[]): Attack =>
  ({ chance }) =>
    Buffer.concat([
      ...content.map((piece) => Buffer.from(piece as string)),
      Buffer.from(Array.from({ length: chance.between(0, 3_000) }, () => chance.between(0, 255))),
    ]);
/** A directory that says something else of the sheet than is true. */
const lying =
  (said: (size: number) => NonNullable<Parameters<typeof zipOf>[0][number]['said']>): Attack =>
  ({ parts }) =>
    zipOf(
      [...parts].map(([name, xml]) => {
        const content = Buffer.from(xml);
        return { name, content, ...(name === sheetPart && { said: said(content.length) }) };
      }),
    );
const cell = (place: string, text: string) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;

/** Every attack by its name, and the codes of which one must be said. */
export const attacks: Readonly<Record<string, [codes: string[], attack: Attack]>> = {
  'zip-bomb': [
    ['UNPACKS_TOO_LARGE'],
    ({ parts }) => packed(parts, { name: 'xl/media/image1.png', content: Buffer.alloc(24 << 20) }),
  ],
  'zip-bomb-in-the-sheet': [
    ['UNPACKS_TOO_LARGE'],
    ({ parts }) => packed(withChange(parts, sheetPart, '<sheetData>', `${' '.repeat(16 << 20)}<sheetData>`)),
  ],
  'zip-bomb-that-says-it-is-small': [['DAMAGED_FILE'], lying((size) => ({ size: Math.floor(size / 2) }))],
  'zip-bomb-of-4-gigabytes': [['UNPACKS_TOO_LARGE'], lying(() => ({ size: 0xfffffff0 }))],
  'zip-of-overlapping-parts': [['DAMAGED_FILE'], lying(() => ({ offset: 3 }))],
  'zip-of-many-parts': [
    ['TOO_MANY_PARTS'],
    ({ parts }) =>
      packed(
        parts,
        ...Array.from({ length: 300 }, (_, index) => ({ name: `xl/media/${index}.png`, content: Buffer.alloc(0) })),
      ),
  ],
  'zip-with-a-part-twice': [
    ['DAMAGED_FILE'],
    ({ parts }) => packed(parts, { name: 'XL/Workbook.xml', content: Buffer.from(parts.get('xl/workbook.xml') ?? '') }),
  ],
  'zip-that-climbs-up': [['DAMAGED_FILE'], adding('../../../../tmp/x')],
  'zip-with-an-absolute-part': [['DAMAGED_FILE'], adding('C:\\x')],
  'zip-under-a-password': [['OLD_OR_LOCKED_WORKBOOK'], lying(() => ({ flags: 1 }))],
  'zip-packed-in-an-unknown-way': [['DAMAGED_FILE'], lying(() => ({ method: 14 }))],
  'zip-with-a-wrong-sum': [['DAMAGED_FILE'], lying(() => ({ sum: 1 }))],
  xxe: [['DOCTYPE'], declaring(external)],
  'xxe-by-parameter': [['DOCTYPE'], declaring(parameter)],
  'billion-laughs': [['DOCTYPE'], declaring(laughs)],
  'unknown-entity': [['DAMAGED_FILE'], inSheet(`<row r="999">${cell('A999', '&secret;')}</row>`)],
  macros: [['MACROS'], adding('xl/vbaProject.bin')],
  xlsm: [
    ['MACROS'],
    changing(
      '[Content_Types].xml',
      'vnd.openxmlformats-officedocument.spreadsheetml.sheet.main',
      'vnd.ms-excel.sheet.macroEnabled.main',
    ),
  ],
  xlsb: [
    ['NOT_A_WORKBOOK'],
    changing(
      '[Content_Types].xml',
      'vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
      'vnd.ms-excel.sheet.binary.macro',
    ),
  ],
  docx: [
    ['NOT_A_WORKBOOK'],
    changing('[Content_Types].xml', 'spreadsheetml.sheet.main', 'wordprocessingml.document.main'),
  ],
  ods: [
    ['NOT_A_WORKBOOK'],
    () => zipOf([{ name: 'mimetype', content: Buffer.from('application/vnd.oasis.opendocument.spreadsheet') }]),
  ],
  'external-link': [['EXTERNAL_LINKS'], adding('xl/externalLinks/externalLink1.xml', '<externalLink/>')],
  'external-relation': [
    ['EXTERNAL_LINKS'],
    changing(
      'xl/_rels/workbook.xml.rels',
      'Target="worksheets',
      'TargetMode="External" Target="file:///etc/worksheets',
    ),
  ],
  'relation-that-climbs-up': [
    ['DAMAGED_FILE'],
    changing('xl/_rels/workbook.xml.rels', 'worksheets/sheet1.xml', '../../../../etc/passwd'),
  ],
  connection: [['ACTIVE_CONTENT'], adding('xl/connections.xml', '<connections/>')],
  'embedded-object': [['ACTIVE_CONTENT'], adding('xl/embeddings/oleObject1.bin')],
  'active-x': [['ACTIVE_CONTENT'], adding('xl/activeX/activeX1.xml')],
  'dates-of-1904': [['DATES_FROM_1904'], changing('xl/workbook.xml', '<workbookPr/>', '<workbookPr date1904="1"/>')],
  'hidden-sheet': [
    ['HIDDEN_SHEET'],
    changing('xl/workbook.xml', '</sheets>', '<sheet name="x" sheetId="2" state="hidden" r:id="rId1"/></sheets>'),
  ],
  'very-hidden-sheet': [['HIDDEN_SHEET'], changing('xl/workbook.xml', 'sheetId="1"', 'sheetId="1" state="veryHidden"')],
  'second-sheet': [
    ['UNEXPECTED_SHEET'],
    changing('xl/workbook.xml', '</sheets>', '<sheet name="__proto__" sheetId="2" r:id="rId1"/></sheets>'),
  ],
  'sheet-of-another-name': [
    ['SHEET_MISSING'],
    changing('xl/workbook.xml', `name="${entrySheet.name}"`, 'name="constructor"'),
  ],
  'merged-cells': [
    ['MERGED_CELLS'],
    changing(sheetPart, '</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="F2:F9"/></mergeCells>'),
  ],
  'header-changed': [
    ['WRONG_HEADER'],
    ({ parts }) =>
      packed(
        withChange(
          withChange(parts, 'xl/sharedStrings.xml', '总分', '__proto__'),
          sheetPart,
          '<sheetData>',
          '<sheetData>\n',
        ),
      ),
  ],
  'million-rows': [['TOO_MANY_ROWS'], millionRows],
  'row-at-the-very-bottom': [['TOO_MANY_ROWS'], inSheet(`<row r="1048576">${cell('A1048576', 'x')}</row>`)],
  'cell-at-the-very-right': [['TOO_MANY_COLUMNS'], inSheet(`<row r="99999">${cell('XFD99999', 'x')}</row>`)],
  'row-twice': [['DAMAGED_FILE'], inSheet(`<row r="2">${cell('A2', 'x')}</row>`)],
  'cell-in-another-row': [['DAMAGED_FILE'], inSheet(`<row r="99999">${cell('A2', 'x')}</row>`)],
  'row-in-a-row': [['DAMAGED_FILE'], inSheet('<row r="99998"><row r="99999"></row></row>')],
  'row-of-no-number': [['DAMAGED_FILE'], inSheet('<row r="1e9"></row>')],
  'text-that-is-not-there': [
    ['DAMAGED_FILE'],
    inSheet('<row r="99999"><c r="A99999" t="s"><v>4294967295</v></c></row>'),
  ],
  'text-by-its-prototype': [['DAMAGED_FILE'], inSheet('<row r="99999"><c r="A99999" t="s"><v>__proto__</v></c></row>')],
  'number-that-is-none': [['DAMAGED_FILE'], inSheet('<row r="99999"><c r="A99999"><v>NaN</v></c></row>')],
  'cell-of-no-kind': [['DAMAGED_FILE'], inSheet('<row r="99999"><c r="A99999" t="__proto__"><v>1</v></c></row>')],
  'endless-text': [['DAMAGED_FILE'], inSheet(`<row r="99999">${cell('A99999', '无'.repeat(40_000))}</row>`)],
  'nested-without-end': [['DAMAGED_FILE'], inSheet('<x>'.repeat(200_000))],
  'too-many-texts': [['TOO_MANY_TEXTS'], manyTexts],
  'cut-off': [
    ['DAMAGED_FILE', 'NOT_A_WORKBOOK'],
    ({ parts, chance }) => {
      const whole = packed(parts);
      return whole.subarray(0, chance.between(0, whole.length - 1));
    },
  ],
  'something-behind-the-end': [
    ['DAMAGED_FILE'],
    ({ parts, chance }) => Buffer.concat([packed(parts), Buffer.alloc(chance.between(1, 99), 'x')]),
  ],
  'utf-16': [
    ['DAMAGED_FILE'],
    ({ parts }) =>
      zipOf(
        [...parts].map(([name, xml]) => ({
          name,
          content: name === sheetPart ? Buffer.from(`\ufeff${xml}`, 'utf16le') : Buffer.from(xml),
        })),
      ),
  ],
  'broken-utf-8': [
    ['DAMAGED_FILE'],
    ({ parts }) =>
      zipOf(
        [...parts].map(([name, xml]) => ({
          name,
          content: name === sheetPart ? Buffer.from(xml, 'utf16le').subarray(1) : Buffer.from(xml),
        })),
      ),
  ],
  empty: [['NOT_A_WORKBOOK'], () => Buffer.alloc(0)],
  xls: [['OLD_OR_LOCKED_WORKBOOK'], bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
  csv: [['NOT_A_WORKBOOK'], bytes('户编号,户主,总分\n')],
  html: [['NOT_A_WORKBOOK'], bytes('<html><table><tr><td>=1+1</td></tr></table>')],
  pdf: [['NOT_A_WORKBOOK'], bytes('%PDF-1.7\n')],
  png: [['NOT_A_WORKBOOK'], bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  'zip-magic-and-noise': [['DAMAGED_FILE'], bytes('PK\u0003\u0004')],
};

function millionRows({ parts }: Victim): Buffer {
  const pieces: string[] = [];
  for (let row = 100; row < 1_048_576; row += 1)
    pieces.push(`<row r="${row}"><c r="A${row}"><v>${row * 7919}</v></c></row>`);
  return packed(withChange(parts, sheetPart, '</sheetData>', `${pieces.join('')}</sheetData>`));
}

function manyTexts({ parts, chance }: Victim): Buffer {
  const texts = Array.from({ length: 600_000 }, (_, index) => `<si><t>${index}${chance.between(0, 99_999)}</t></si>`);
  return packed(withChange(parts, 'xl/sharedStrings.xml', '</sst>', `${texts.join('')}</sst>`));
}
