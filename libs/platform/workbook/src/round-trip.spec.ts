import fc from 'fast-check';
import { checkRows } from './check/check-rows';
import type { RowToWrite, RowValues, SheetDescription } from './sheet-description';
import { temporaryPath } from './testing/package-of';
import { WorkbookProblems } from './workbook-problem';
import { WorkbookReader } from './workbook-reader';
import { sheetXml } from './writer/sheet-xml';
import { writeWorkbook } from './writer/write-workbook';

const herd = {
  name: '牛',
  maximumRows: 1_000,
  columns: [
    { key: 'tag', header: '耳标', kind: 'code', pattern: /^\d{19}$/, unique: true },
    { key: 'name', header: '名字', kind: 'text' },
    { key: 'born', header: '出生', kind: 'date' },
    { key: 'version', header: '版本', kind: 'integer', minimum: 1, maximum: 99, hidden: true },
    { key: 'calves', header: '牛犊', kind: 'integer', minimum: 0, maximum: 9, open: true, required: false },
    { key: 'sold', header: '已卖', kind: 'choice', choices: ['是', '否'], open: true, required: false },
    { key: 'remark', header: '备注', kind: 'text', open: true, required: false },
  ],
} as const satisfies SheetDescription;

type Cow = RowValues<typeof herd>;

/** What a cell gives back: blanks around a text are not part of it, and no text is no value. */
const text = fc
  .string({ unit: 'grapheme', maxLength: 40 })
  .map((written) => written.replace(/[\p{C}\u2028\u2029]/gu, '').trim())
  .filter((written) => written !== '');
const cows = fc
  .array(
    fc.record({
      name: text,
      born: fc.date({ min: new Date('1901-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
      version: fc.integer({ min: 1, max: 99 }),
      calves: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
      sold: fc.option(fc.constantFrom('是', '否'), { nil: undefined }),
      remark: fc.option(
        fc.oneof(
          text,
          text.map((written) => `=${written}`),
          text.map((written) => `_x000D_${written}`),
        ),
        {
          nil: undefined,
        },
      ),
    }),
    { maxLength: 30 },
  )
  .map((made) =>
    made.map((cow, index): Cow => ({
      ...cow,
      tag: String(index).padStart(19, '7'),
      born: cow.born.toISOString().slice(0, 10),
    })),
  );

async function xmlOf<const Sheet extends SheetDescription>(sheet: Sheet, rows: RowToWrite<Sheet>[]): Promise<string> {
  let xml = '';
  for await (const piece of sheetXml(sheet, rows, '', () => undefined)) xml += piece;
  return xml;
}

describe('a workbook that is written and read', () => {
  const reader = new WorkbookReader();
  afterAll(() => reader.close());

  async function readBack(path: string): Promise<{ rows: Cow[]; problems: WorkbookProblems }> {
    const problems = new WorkbookProblems();
    const rows: Cow[] = [];
    for await (const { values } of checkRows(herd, reader.read(path, herd), problems)) rows.push({ ...values });
    return { rows, problems };
  }

  it('says the same as before, value for value', async () => {
    await fc.assert(
      fc.asyncProperty(cows, async (written) => {
        const path = temporaryPath();
        const { rows: count } = await writeWorkbook(path, herd, written, 'R&D');
        const { rows, problems } = await readBack(path);
        expect(problems.named).toEqual([]);
        expect(rows).toEqual(written.map((cow) => ({ ...cow })));
        expect(count).toBe(written.length);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps a text with line breaks and marks of its own format', async () => {
    const path = temporaryPath();
    const cow = { tag: '7'.repeat(19), name: 'a\nb & <c> "d" _x0041_', born: '2015-10-16', version: 1 };
    await writeWorkbook(path, herd, [{ ...cow, calves: undefined, sold: undefined, remark: undefined }]);
    expect((await readBack(path)).rows[0]?.name).toBe(cow.name);
  });

  it('is a list when there is nothing to fill in: it may be sorted and filtered, and cells may be empty', async () => {
    const list = {
      name: '花名册',
      maximumRows: 10,
      columns: [
        { key: 'name', header: '姓名', kind: 'text' },
        { key: 'born', header: '出生日期', kind: 'date', required: false },
        { key: 'persons', header: '人数', kind: 'integer', minimum: 0, maximum: 9, required: false },
      ],
    } as const satisfies SheetDescription;
    const path = temporaryPath();
    const rows = [
      { name: '-罗', born: '1970-01-11', persons: 2 },
      { name: '银', born: null, persons: undefined },
    ];
    await writeWorkbook(path, list, rows);
    const xml = await xmlOf(list, rows);
    expect(xml).toContain('<autoFilter ref="A1:C3"/>');
    expect(xml).toContain('state="frozen"');
    expect(xml).not.toContain('sheetProtection');
    const problems = new WorkbookProblems();
    const read = [];
    for await (const { values } of checkRows(list, reader.read(path, list), problems)) read.push({ ...values });
    expect({ read, problems: problems.named }).toEqual({ read: [rows[0], { name: '银' }], problems: [] });
  });

  it('is printed on paper on which it can be read', async () => {
    const wide = (columns: number): SheetDescription => ({
      name: '得分表',
      maximumRows: 10,
      columns: Array.from({ length: columns }, (_, key) => ({ key: `${key}`, header: `${key}`, kind: 'text' })),
    });
    expect(await xmlOf(wide(8), [])).toContain('paperSize="9" orientation="landscape"');
    expect(await xmlOf(wide(32), [])).toContain('paperSize="8" orientation="landscape"');
  });

  it('is not written at all when its rows fail in the middle', async () => {
    const path = temporaryPath();
    async function* failing(): AsyncGenerator<Cow> {
      yield {
        tag: '7'.repeat(19),
        name: 'a',
        born: '2015-10-16',
        version: 1,
        calves: 1,
        sold: '是',
        remark: undefined,
      };
      throw new Error('the herd ran away');
    }
    await expect(writeWorkbook(path, herd, failing())).rejects.toThrow('the herd ran away');
    await expect(readBack(path)).rejects.toThrow('ENOENT');
  });
});
