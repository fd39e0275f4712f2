import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { Readable } from 'node:stream';
import { csvRecords, NotCsv, type CsvRecord } from './csv-records';

/** Hands the text over in pieces of `size` bytes, so that a record, a character or a line end may be cut anywhere. */
function pieces(text: string | Buffer, size = 7): Readable {
  const bytes = Buffer.from(text as string);
  return Readable.from(
    Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
      bytes.subarray(index * size, (index + 1) * size),
    ),
  );
}

async function recordsOf(content: Readable): Promise<CsvRecord[]> {
  const records: CsvRecord[] = [];
  for await (const some of csvRecords(content)) records.push(...some);
  return records;
}

const cellsOf = async (text: string, size?: number) => (await recordsOf(pieces(text, size))).map(({ cells }) => cells);

describe('the records of a CSV file', () => {
  it('are those that another reader finds, however the file is quoted and cut', async () => {
    const plain = fc.stringMatching(/^[a-z0-9 屯村é'\t;]{0,6}$/);
    const quoted = fc.stringMatching(/^[a-z屯",\n]{0,6}$/).map((text) => `"${text.replaceAll('"', '""')}"`);
    const record = fc.array(fc.oneof(plain, quoted), { minLength: 1, maxLength: 5 }).map((cells) => cells.join(','));
    const file = fc.tuple(fc.array(record, { maxLength: 8 }), fc.constantFrom('\n', '\r\n'), fc.boolean());
    await fc.assert(
      fc.asyncProperty(file, fc.integer({ min: 1, max: 9 }), async ([records, lineEnd, ended], size) => {
        const text = records.join(lineEnd) + (ended ? lineEnd : '');
        const expected = parse(text, {
          relax_column_count: true,
          skip_empty_lines: true,
          record_delimiter: ['\n', '\r\n'],
        });
        expect(await cellsOf(text, size)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('name the line they begin at, also after a cell of several lines and an empty line', async () => {
    const records = await recordsOf(pieces('a,b\n\n"c\nd",e\r\nf\n'));
    expect(records).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 3, cells: ['c\nd', 'e'] },
      { line: 5, cells: ['f'] },
    ]);
  });

  it('are read without the mark that some programs put before UTF-8', async () => {
    expect(await cellsOf('\ufeffcounty,2,罗城\n')).toEqual([['county', '2', '罗城']]);
  });

  it.each([
    ['a quotation mark that is not closed', 'a\n"b,c\nd', 2],
    ['a quotation mark within a cell', 'a\nb\nc"d,e\nf', 3],
    ['something after a closing quotation mark', '"a"b,c\n', 1],
    ['a quotation mark that swallows the file', `a\n"${'x\n'.repeat(40_000)}`, 2],
    ['bytes that are no UTF-8', Buffer.from([0x61, 0x0a, 0xc3, 0x28, 0x0a]), 2],
    ['a last character that is cut', Buffer.from('a\n村').subarray(0, 4), 2],
  ])('end at %s, with the line', async (_, text, line) => {
    const read = recordsOf(pieces(text, 1_000));
    await expect(read).rejects.toThrow(NotCsv);
    await expect(read).rejects.toMatchObject({ line });
  });
});
