import { parseFile, type Reading } from './parse-file';
import type { ParsedRow } from './sheet-cells';
import type { WorkbookProblem } from '../workbook-problem';

/** What the reading process is told. `more` asks for the next portion of rows, which is not read before. */
export type Told = { read: Reading } | 'more';

/** What it answers: rows, or the end of the file. */
export type Answered = { rows: ParsedRow[] } | { problems: WorkbookProblem[]; peakMemoryMiB: number };

let portions: ReturnType<typeof parseFile> | undefined;

/** A fault of ours ends the process without a word; the parent takes the end for the refusal it is. */
async function next(): Promise<void> {
  const { done, value } = await portions!.next();
  const peakMemoryMiB = Math.round(process.resourceUsage().maxRSS / 1024);
  process.send!(done ? { problems: value, peakMemoryMiB } : { rows: value });
}

process.on('message', (told: Told) => {
  if (told !== 'more') portions = parseFile(told.read);
  void next().catch(() => process.exit(1));
});
process.once('disconnect', () => process.exit());
