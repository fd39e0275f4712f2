import { entrySheet } from '@jingzhun/identification-rules';
import { checkRows, WorkbookProblems, WorkbookReader, type SheetDescription } from '@jingzhun/workbook';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { madeUpHouseholds } from './entry-rows';
import { attackFile, attackNames, changedFile } from './hostile-files';
import { compareProblems, malformedFiles } from './malformed-files';
import { personFile, personSheet } from './person-files';

const seed = 'luocheng';
const total = 55;
const households = madeUpHouseholds(200);

/** A slice of what `npm run bench -- workbooks` does with the whole corpus, without a register. */
describe(`a slice of the corpus of seed ${seed}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'jingzhun-corpus-'));
  const reader = new WorkbookReader();
  afterAll(async () => {
    await reader.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function problemsOf(sheet: SheetDescription, content: Buffer): Promise<WorkbookProblems> {
    const path = join(folder, 'file.xlsx');
    writeFileSync(path, content);
    const problems = new WorkbookProblems();
    for await (const row of checkRows(sheet, reader.read(path, sheet), problems)) void row;
    return problems;
  }

  it('is refused with every bad cell of 400 rows in 20 files, and no other', async () => {
    let rows = 0;
    for (const { name, content, expected } of malformedFiles({
      ...{ seed, files: 20, rows: 400, households, total, withRegister: false },
    })) {
      const { named } = await problemsOf(entrySheet, content);
      expect({ name, ...compareProblems(expected, named) }).toEqual({ name, missing: [], beyond: [] });
      expect(named).toHaveLength(expected.length);
      rows += expected.length;
    }
    expect(rows).toBe(400);
  });

  it('is refused with every bad cell of persons whose numbers or days are wrong', async () => {
    for (let file = 0; file < 5; file += 1) {
      const { content, expected } = personFile(seed, file);
      const { named } = await problemsOf(personSheet, content);
      expect(compareProblems(expected, named)).toEqual({ missing: [], beyond: [] });
    }
  });

  it.each(attackNames)(
    'is refused for an attack: %s',
    async (name) => {
      const { content, codes } = attackFile({ seed, households, total }, name);
      const { named } = await problemsOf(entrySheet, content);
      expect(codes).toContain(named.find(({ code }) => codes?.includes(code))?.code);
    },
    120_000,
  );

  it('is read to its end, whatever was changed in it at random, and the next one is read as well', async () => {
    const prototype = Object.getOwnPropertyNames(Object.prototype);
    for (let index = 0; index < 60; index += 1)
      await problemsOf(entrySheet, changedFile({ seed, households, total }, index).content);
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(prototype);
    for (const { content, expected } of malformedFiles({
      ...{ seed, files: 1, rows: 5, households, total, withRegister: false },
    }))
      expect(compareProblems(expected, (await problemsOf(entrySheet, content)).named).missing).toEqual([]);
  });

  it('is the same again', () => {
    const wish = { seed, files: 3, rows: 30, households, total, withRegister: true };
    const [once, again] = [[...malformedFiles(wish)], [...malformedFiles(wish)]];
    expect(once).toEqual(again);
  });
});
