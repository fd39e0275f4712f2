import { stat } from 'node:fs/promises';
import { entrySheet } from '@jingzhun/identification-rules';
import { checkRows, WorkbookProblems, WorkbookReader, writeWorkbook } from '@jingzhun/workbook';
import { entryRows } from './entry-values';
import { peakMemoryMiB } from './peak-memory';

/** What the measured process is told. */
export interface ExcelOrder {
  way: 'ours' | 'exceljs';
  seed: string;
  households: number;
  /** The file that is read. */
  filled: string;
  /** The file that is written. */
  written: string;
}

export interface ExcelResult {
  outSeconds: number;
  inSeconds: number;
  rows: number;
  bytes: number;
  memoryMiB: number;
  parserMiB: number;
}

async function ours({ seed, households, filled, written }: ExcelOrder): Promise<ExcelResult> {
  const began = performance.now();
  const { bytes } = await writeWorkbook(written, entrySheet, entryRows(seed, households));
  const out = performance.now();
  const reader = new WorkbookReader();
  const problems = new WorkbookProblems();
  let rows = 0;
  for await (const row of checkRows(entrySheet, reader.read(filled, entrySheet), problems)) rows += row.row > 1 ? 1 : 0;
  const end = performance.now();
  await reader.close();
  if (problems.count > 0) throw new Error(JSON.stringify(problems.named[0]));
  const seconds = { outSeconds: (out - began) / 1_000, inSeconds: (end - out) / 1_000 };
  return { ...seconds, rows, bytes, memoryMiB: peakMemoryMiB(process.pid), parserMiB: reader.cost.peakMemoryMiB };
}

async function exceljs({ seed, households, filled, written }: ExcelOrder): Promise<ExcelResult> {
  // Loaded here, so that it does not weigh on the other way.
  const { Workbook } = await import('exceljs');
  const began = performance.now();
  const book = new Workbook();
  const sheet = book.addWorksheet(entrySheet.name);
  sheet.addRow(entrySheet.columns.map(({ header }) => header));
  for (const values of entryRows(seed, households)) sheet.addRow(entrySheet.columns.map(({ key }) => values[key]));
  await book.xlsx.writeFile(written);
  const out = performance.now();
  const read = new Workbook();
  await read.xlsx.readFile(filled);
  let rows = 0;
  read.getWorksheet(entrySheet.name)?.eachRow((row) => (rows += row.number > 1 ? 1 : 0));
  const end = performance.now();
  const { size: bytes } = await stat(written);
  const seconds = { outSeconds: (out - began) / 1_000, inSeconds: (end - out) / 1_000 };
  return { ...seconds, rows, bytes, memoryMiB: peakMemoryMiB(process.pid), parserMiB: 0 };
}

process.on('message', (order: ExcelOrder) => {
  const work = order.way === 'ours' ? ours(order) : exceljs(order);
  work.then(
    (result) => process.send!(result),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      process.exit(1);
    },
  );
});
