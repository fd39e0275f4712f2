import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import { CsvError, parse, type Info } from 'csv-parse';
import type { StaffImportProblem } from '../graph.generated';
import type { StaffFile } from './staff-file';

const reportedProblems = 100;
const linesPerReport = 1_000;

/**
 * Reads a file as it comes and hands its records to `file`. Answers the first hundred faults, none for a good file; `report` is
 * called now and then with the lines read so far.
 */
export async function readStaffFile(
  content: Readable,
  file: StaffFile,
  report: (linesRead: number) => Promise<void>,
): Promise<{ linesRead: number; problems: StaffImportProblem[] }> {
  const problems: StaffImportProblem[] = [];
  let linesRead = 0;
  try {
    await pipeline(content, parser(), async (records: AsyncIterable<{ record: string[]; info: Info }>) => {
      for await (const { record, info } of records) {
        linesRead = info.lines;
        const problem = file.take(linesRead, record);
        if (problem && problems.length < reportedProblems) problems.push({ line: linesRead, problem });
        if (linesRead % linesPerReport === 0) await report(linesRead);
      }
    });
    const missing = file.missing();
    if (missing) problems.push({ line: linesRead, problem: missing });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    problems.push({ line: Number(error['lines'] ?? linesRead + 1), problem: 'the line is not CSV: check its quotes' });
  }
  if (problems.length === 0) problems.push(...file.idle());
  return { linesRead, problems: problems.slice(0, reportedProblems) };
}

function parser() {
  return parse({ bom: true, info: true, relax_column_count: true, skip_empty_lines: true, max_record_size: 4_096 });
}
