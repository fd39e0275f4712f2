import { closeSync, ftruncateSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { checkRows } from './check/check-rows';
import type { WorkbookLimits } from './limits';
import type { SheetDescription } from './sheet-description';
import { packageOf, temporaryPath, workbookParts } from './testing/package-of';
import { WorkbookProblems } from './workbook-problem';
import { WorkbookReader } from './workbook-reader';

const people = {
  name: 'People',
  maximumRows: 1_000,
  columns: [
    { key: 'name', header: 'Name', kind: 'text', open: true },
    { key: 'age', header: 'Age', kind: 'integer', minimum: 0, maximum: 130, open: true, required: false },
  ],
} as const satisfies SheetDescription;

const headers = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>';
const text = (place: string, words: string) => `<c r="${place}" t="inlineStr"><is><t>${words}</t></is></c>`;
const ann = `<row r="2">${text('A2', 'Ann')}<c r="B2"><v>40</v></c></row>`;
const good = workbookParts(`<sheetData>${headers}${ann}</sheetData>`);

interface Outcome {
  values: object[];
  /** `CODE` of the file or `CODE A2` of a cell. */
  found: string[];
}

async function read(reader: WorkbookReader, path: string): Promise<Outcome> {
  const problems = new WorkbookProblems();
  const values: object[] = [];
  for await (const row of checkRows(people, reader.read(path, people), problems)) values.push({ ...row.values });
  return {
    values,
    found: problems.named.map(({ code, column, row }) => (row === 0 ? code : `${code} ${column}${row}`)),
  };
}

describe('the reading of a workbook', () => {
  const reader = new WorkbookReader();
  afterAll(() => reader.close());

  const readParts = async (parts: Record<string, string>) => read(reader, await packageOf(parts));
  const readSheet = (sheetData: string, after = '') =>
    readParts(workbookParts(`<sheetData>${headers}${sheetData}</sheetData>${after}`));
  const changed = (part: string, from: string, to: string) => ({ ...good, [part]: good[part]!.replace(from, to) });

  it('finds the sheet by its name and gives back its rows', async () => {
    expect(await readParts(good)).toEqual({ values: [{ name: 'Ann', age: 40 }], found: [] });
  });

  it('joins a rich text, and leaves out how it is read aloud', async () => {
    const rich =
      '<c r="A2" t="inlineStr"><is><r><t>韦</t></r><r><t>小明</t></r><rPh sb="0" eb="1"><t>wei</t></rPh></is></c>';
    expect((await readSheet(`<row r="2">${rich}</row>`)).values).toEqual([{ name: '韦小明', age: undefined }]);
  });

  it('takes a number that was typed as text, in the digits of any keyboard', async () => {
    const ages = ['４０', ' 40 ', '+40', '40.0', '4e1'].map(
      (age, index) => `<row r="${index + 2}">${text(`A${index + 2}`, 'Ann')}${text(`B${index + 2}`, age)}</row>`,
    );
    expect((await readSheet(ages.join(''))).values).toEqual(Array(5).fill({ name: 'Ann', age: 40 }));
  });

  const cells: [string, string, string][] = [
    [
      'a formula, whatever result stands beside it',
      '<c r="A2" t="str"><f>CONCAT("A","nn")</f><v>Ann</v></c>',
      'FORMULA A2',
    ],
    ['a shared formula', '<c r="A2"><f t="shared" si="0"/><v>1</v></c>', 'FORMULA A2'],
    ['an error', '<c r="A2" t="e"><v>#REF!</v></c>', 'ERROR_VALUE A2'],
    ['nothing where something must be', '<c r="B2"><v>4</v></c>', 'REQUIRED A2'],
    ['a number for a text', '<c r="A2"><v>42293</v></c>', 'NOT_TEXT A2'],
    ['a character that is not seen', text('A2', 'A\u202enn'), 'UNSEEN_CHARACTER A2'],
    ['a text of endless length', text('A2', 'n'.repeat(1_001)), 'TOO_LONG A2'],
    ['half a person', `${text('A2', 'Ann')}<c r="B2"><v>0.5</v></c>`, 'NOT_WHOLE B2'],
    ['an impossible number', `${text('A2', 'Ann')}<c r="B2"><v>131</v></c>`, 'OUT_OF_RANGE B2'],
    ['a word for a number', `${text('A2', 'Ann')}${text('B2', 'forty')}`, 'NOT_A_NUMBER B2'],
    ['truth for a number', `${text('A2', 'Ann')}<c r="B2" t="b"><v>1</v></c>`, 'NOT_A_NUMBER B2'],
    ['something beside the table', `${text('A2', 'Ann')}${text('D2', 'x')}`, 'UNEXPECTED_CELL D2'],
  ];
  it.each(cells)('names a cell that holds %s', async (_, row, found) => {
    expect(await readSheet(`<row r="2">${row}</row>`)).toEqual({ values: [], found: [found] });
  });

  it('names every bad cell of a file beside its good rows', async () => {
    const bad = (row: number) => `<row r="${row}">${text(`A${row}`, 'Ann')}${text(`B${row}`, 'x')}</row>`;
    expect(await readSheet(bad(2) + `<row r="3">${text('A3', 'Bob')}</row>` + bad(4))).toEqual({
      values: [{ name: 'Bob', age: undefined }],
      found: ['NOT_A_NUMBER B2', 'NOT_A_NUMBER B4'],
    });
  });

  it('names a header that was changed', async () => {
    const sheet = workbookParts(`<sheetData>${headers.replace('<v>1</v>', '<v>0</v>')}${ann}</sheetData>`);
    expect(await readParts(sheet)).toEqual({ values: [], found: ['WRONG_HEADER B1'] });
    expect((await readParts(workbookParts('<sheetData/>'))).found).toEqual(['WRONG_HEADER A1']);
  });

  const dtd = '<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
  const files: [string, Record<string, string>, string][] = [
    [
      'declares a document type in its sheet',
      changed('xl/worksheets/sheet4.xml', '<worksheet', `${dtd}<worksheet`),
      'DOCTYPE',
    ],
    ['declares a document type in its texts', changed('xl/sharedStrings.xml', '<sst', `${dtd}<sst`), 'DOCTYPE'],
    ['uses an entity', changed('xl/sharedStrings.xml', 'Name', '&x;'), 'DAMAGED_FILE'],
    ['has macros', { ...good, 'xl/vbaProject.bin': 'x' }, 'MACROS'],
    [
      'is of the kind with macros',
      changed(
        '[Content_Types].xml',
        'vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'vnd.ms-excel.sheet.macroEnabled',
      ),
      'MACROS',
    ],
    ['links to another file', { ...good, 'xl/externalLinks/externalLink1.xml': '<x/>' }, 'EXTERNAL_LINKS'],
    [
      'takes a sheet from elsewhere',
      changed('xl/_rels/workbook.xml.rels', 'Target="worksheets', 'TargetMode="External" Target="worksheets'),
      'EXTERNAL_LINKS',
    ],
    ['asks a database', { ...good, 'xl/connections.xml': '<x/>' }, 'ACTIVE_CONTENT'],
    [
      'counts from 1904',
      changed('xl/workbook.xml', '<sheets>', '<workbookPr date1904="1"/><sheets>'),
      'DATES_FROM_1904',
    ],
    [
      'has a second sheet',
      changed('xl/workbook.xml', '</sheets>', '<sheet name="Notes" r:id="rId7"/></sheets>'),
      'UNEXPECTED_SHEET',
    ],
    [
      'has a hidden sheet',
      changed('xl/workbook.xml', '</sheets>', '<sheet name="Notes" state="veryHidden" r:id="rId7"/></sheets>'),
      'HIDDEN_SHEET',
    ],
    ['has not the sheet', changed('xl/workbook.xml', 'People', '__proto__'), 'SHEET_MISSING'],
    [
      'is a text document',
      changed('[Content_Types].xml', 'spreadsheetml.sheet', 'wordprocessingml.document'),
      'NOT_A_WORKBOOK',
    ],
    ['lacks a part', changed('xl/_rels/workbook.xml.rels', 'sheet4', 'sheet5'), 'DAMAGED_FILE'],
    ['has a part twice', { ...good, 'XL/workbook.xml': good['xl/workbook.xml']! }, 'DAMAGED_FILE'],
    [
      'has cells out of order',
      workbookParts(`<sheetData>${headers}<row r="2">${text('B2', 'x')}${text('A2', 'x')}</row></sheetData>`),
      'DAMAGED_FILE',
    ],
    ['has a row twice', workbookParts(`<sheetData>${headers}${ann}${ann}</sheetData>`), 'DAMAGED_FILE'],
    [
      'names a text that is not there',
      workbookParts(`<sheetData>${headers}<row r="2"><c r="A2" t="s"><v>99</v></c></row></sheetData>`),
      'DAMAGED_FILE',
    ],
    ['is nested without end', workbookParts('<a>'.repeat(100_000)), 'DAMAGED_FILE'],
    [
      'goes on for too many rows',
      workbookParts(`<sheetData>${headers}<row r="1048576">${text('A1048576', 'x')}</row></sheetData>`),
      'TOO_MANY_ROWS',
    ],
    [
      'has too many columns',
      workbookParts(`<sheetData>${headers}<row r="2">${text('XFD2', 'x')}</row></sheetData>`),
      'TOO_MANY_COLUMNS',
    ],
    ['packs a part too tightly', { ...good, 'xl/media/image1.png': ' '.repeat(8 << 20) }, 'UNPACKS_TOO_LARGE'],
  ];
  it.each(files)('refuses a file that %s', async (_, parts, code) => {
    const { found } = await readParts(parts);
    expect(found).toContain(code);
  });

  it('names merged cells where they begin', async () => {
    expect((await readSheet(ann, '<mergeCells><mergeCell ref="A2:B3"/></mergeCells>')).found).toEqual([
      'MERGED_CELLS A2',
    ]);
  });

  it('refuses what is no workbook at all', async () => {
    const contents: [string | Buffer, string][] = [
      ['', 'NOT_A_WORKBOOK'],
      ['Name,Age\nAnn,40\n', 'NOT_A_WORKBOOK'],
      [Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'OLD_OR_LOCKED_WORKBOOK'],
      ['PK\u0003\u0004 and nothing more', 'DAMAGED_FILE'],
    ];
    for (const [content, code] of contents) {
      const path = temporaryPath();
      writeFileSync(path, content);
      expect((await read(reader, path)).found).toEqual([code]);
    }
  });

  it('refuses a file that was cut off, and one in which a byte was changed', async () => {
    const path = await packageOf(good);
    const whole = readFileSync(path);
    const changedPath = temporaryPath();
    const at = whole.indexOf('sheet4.xml') + 20;
    writeFileSync(
      changedPath,
      Buffer.concat([whole.subarray(0, at), Buffer.from([whole[at]! ^ 1]), whole.subarray(at + 1)]),
    );
    expect((await read(reader, changedPath)).found).toEqual(['DAMAGED_FILE']);
    const file = openSync(path, 'r+');
    ftruncateSync(file, whole.length - 30);
    closeSync(file);
    expect((await read(reader, path)).found).toEqual(['DAMAGED_FILE']);
  });

  it('serves one file after the other, also those asked for together', async () => {
    const path = await packageOf(good);
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => read(reader, path)));
    expect(outcomes).toEqual(Array(4).fill({ values: [{ name: 'Ann', age: 40 }], found: [] }));
  });

  describe('within its limits', () => {
    const rows = (count: number) =>
      Array.from(
        { length: count },
        (_, index) => `<row r="${index + 2}">${text(`A${index + 2}`, `Ann ${index}`)}</row>`,
      ).join('');

    async function readWithin(limits: Partial<WorkbookLimits>, sheetData: string): Promise<string[]> {
      const narrow = new WorkbookReader(limits);
      try {
        const bad = await packageOf(workbookParts(`<sheetData>${headers}${sheetData}</sheetData>`));
        const { found } = await read(narrow, bad);
        // Whatever the file did to the process, the next one is read.
        expect((await read(reader, await packageOf(good))).values).toHaveLength(1);
        return found;
      } finally {
        await narrow.close();
      }
    }

    it('refuses a file that is too large, or has too many parts', async () => {
      expect(await readWithin({ fileBytes: 500 }, ann)).toEqual(['FILE_TOO_LARGE']);
      expect(await readWithin({ parts: 5 }, ann)).toEqual(['TOO_MANY_PARTS']);
      expect(await readWithin({ texts: 1 }, ann)).toEqual(['TOO_MANY_TEXTS']);
    });

    it('ends the reading of a file that takes too long', async () => {
      expect(await readWithin({ seconds: 0.01 }, rows(900))).toEqual(['OUT_OF_TIME']);
    });

    it('ends the reading of a file that takes too much memory', async () => {
      // One attribute of many megabytes: it is held in full by any parser before anybody can count it.
      const attribute = Array.from({ length: 4_000_000 }, (_, index) => index.toString(36)).join(' ');
      expect(await readWithin({ memoryMiB: 60 }, `<row r="2" x="${attribute}"></row>`)).toEqual(['OUT_OF_MEMORY']);
    });
  });
});
