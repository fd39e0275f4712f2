import { readFileSync } from 'node:fs';
import { parseFile, type Reading } from './parse-file';
import type { ParsedRow } from './sheet-cells';
import type { WorkbookProblem } from '../workbook-problem';

/** What the reading process is told. `more` asks for the next portion of rows, which is not read before. */
export type Told = { read: Reading } | 'more';

/** Resident MiB: now, and the most there ever was. */
export interface Memory {
  now: number;
  peak: number;
}

/** What it answers: rows, or the end of the file. */
export type Answered = { rows: ParsedRow[] } | { problems: WorkbookProblem[]; memory: Memory };

let portions: ReturnType<typeof parseFile> | undefined;

/** A fault of ours ends the process without a word; the parent takes the end for the refusal it is. */
async function next(): Promise<void> {
  const { done, value } = await portions!.next();
  process.send!(done ? { problems: value, memory: memory() } : { rows: value });
}

/** Not by getrusage: the maximum it tells begins with the memory of the process that started this one. */
function memory(): Memory {
  const now = process.memoryUsage.rss() / 1_048_576;
  try {
    const kibibytes = /^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    return { now, peak: Number(kibibytes) / 1_024 };
  } catch {
    return { now, peak: now };
  }
}

process.on('message', (told: Told) => {
  if (told !== 'more') portions = parseFile(told.read);
  void next().catch(() => process.exit(1));
});
process.once('disconnect', () => process.exit());
