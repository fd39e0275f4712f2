import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vetoWords, entrySheet } from '@jingzhun/identification-rules';
import { writeWorkbook } from '@jingzhun/workbook';
import type { Bench, BenchOutcome } from '../bench';
import type { ExcelOrder, ExcelResult } from '../excel-run';
import { entryRows } from '../entry-values';

const targetSeconds = 10;
const targetMiB = 300;

/** The entry sheet of the whole county as a file, out and in, beside the usual library holding it in memory. */
export const excel: Bench = {
  name: 'excel',
  shows: 'the entry file of the county is written and read back with every cell checked, beside exceljs in memory',
  async run({ seed, households, say }): Promise<BenchOutcome> {
    const folder = mkdtempSync(join(tmpdir(), 'jingzhun-excel-'));
    try {
      const filled = join(folder, 'filled.xlsx');
      // What the clerks bring back; their typing is not measured.
      const result = { total: 55, vetoed: vetoWords.no, vetoReason: undefined };
      await writeWorkbook(filled, entrySheet, entryRows(seed, households, result));
      const order = { seed, households, filled, written: join(folder, 'written.xlsx') };
      const ours = await runAlone({ ...order, way: 'ours' });
      say('ours is measured');
      const theirs = await runAlone({ ...order, way: 'exceljs' });
      return {
        measured: [
          { name: 'out', value: ours.outSeconds, unit: 's' },
          { name: 'in, every cell checked', value: ours.inSeconds, unit: 's' },
          { name: 'out and in', value: ours.outSeconds + ours.inSeconds, unit: 's', target: { atMost: targetSeconds } },
          { name: 'memory at most, of the process that works', value: ours.memoryMiB, unit: 'MiB' },
          { name: 'memory at most, of the process that parses', value: ours.parserMiB, unit: 'MiB' },
          {
            name: 'memory at most, of both',
            value: ours.memoryMiB + ours.parserMiB,
            unit: 'MiB',
            target: { atMost: targetMiB },
          },
          { name: 'file', value: ours.bytes / 1_048_576, unit: 'MiB' },
        ],
        baseline: [
          { name: 'exceljs in memory, out', value: theirs.outSeconds, unit: 's' },
          { name: 'exceljs in memory, in, nothing checked', value: theirs.inSeconds, unit: 's' },
          { name: 'exceljs in memory, memory at most', value: theirs.memoryMiB, unit: 'MiB' },
        ],
        wrong: [ours, theirs].flatMap(({ rows }, index) =>
          rows === households ? [] : [`${index === 0 ? 'we' : 'exceljs'} read ${rows} of ${households} rows`],
        ),
      };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** In a process of its own, so that its memory is what the work takes. */
async function runAlone(order: ExcelOrder): Promise<ExcelResult> {
  const child = fork(require.resolve('../excel-run'));
  child.send(order);
  const answered = once(child, 'message').then(([result]) => result as ExcelResult);
  const ended = once(child, 'exit').then(([code]) =>
    Promise.reject(new Error(`the measured process ended with ${code}`)),
  );
  const result = await Promise.race([answered, ended]);
  ended.catch(() => undefined);
  child.disconnect();
  return result;
}
