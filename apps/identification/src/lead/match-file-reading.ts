import { csvRecords, NotCsv } from '../county-import/csv-records';
import type { Readable } from 'node:stream';
import { MatchFileRefused } from './lead.errors';
import { MatchFile, type LineProblem } from './match-file';

const reportedProblems = 100;

/** @throws MatchFileRefused with everything that is wrong, up to a hundred lines */
export async function readMatchFile(content: Readable, countyCode: string): Promise<MatchFile> {
  const file = new MatchFile(countyCode);
  const problems: LineProblem[] = [];
  let line = 0;
  try {
    for await (const records of csvRecords(content)) {
      for (const record of records) {
        line = record.line;
        const problem = file.take(record.cells);
        if (problem) problems.push({ line, problem });
        if (problems.length >= reportedProblems) throw new MatchFileRefused(problems);
      }
    }
  } catch (error) {
    if (!(error instanceof NotCsv)) throw error;
    problems.push({ line: error.line, problem: `not readable as CSV: ${error.message}` });
  }
  const missing = problems.length === 0 ? file.missing() : undefined;
  if (missing) problems.push({ line, problem: missing });
  if (problems.length > 0) throw new MatchFileRefused(problems);
  return file;
}
