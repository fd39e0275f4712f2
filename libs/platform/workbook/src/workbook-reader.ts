import { access } from 'node:fs/promises';
import { usualLimits, type WorkbookLimits } from './limits';
import { ParsingProcess } from './parsing-process';
import type { SheetDescription } from './sheet-description';
import type { SheetRow } from './sheet-row';
import { fileProblem, type WorkbookProblem } from './workbook-problem';

/** The file is refused for what it is, whatever stands in its cells. */
export class WorkbookRefused extends Error {
  override readonly name = 'WorkbookRefused';

  constructor(readonly problems: readonly WorkbookProblem[]) {
    super(`the file is refused: ${problems.map(({ code }) => code).join(', ')}`);
  }
}

/** What the last file cost the process that read it. */
export interface ReadingCost {
  /** The most the process has held since it was started, for this file or one before. */
  peakMemoryMiB: number;
  seconds: number;
}

/**
 * Reads uploaded workbooks. The file is opened and parsed by a process of its own, which has no settings of ours, a cap on its
 * memory and on its time, and is killed when it passes either. It serves one file after the other and is replaced after a fault.
 *
 * One file is read at a time; others wait.
 */
export class WorkbookReader {
  private readonly limits: WorkbookLimits;
  private process: ParsingProcess | undefined;
  private turn: Promise<void> = Promise.resolve();
  /** Of the file that was read last. */
  cost: ReadingCost = { peakMemoryMiB: 0, seconds: 0 };

  constructor(limits: Partial<WorkbookLimits> = {}) {
    this.limits = { ...usualLimits, ...limits };
  }

  /**
   * The rows of the sheet that have something in them, the headers among them, as plain cells. Read on to the end: what is wrong
   * with the file as a whole may be known only there.
   *
   * @throws WorkbookRefused at once or at the end; an ordinary error when there is no such file
   */
  async *read(path: string, { name: sheet, maximumRows }: SheetDescription): AsyncGenerator<SheetRow, void> {
    await access(path);
    const release = await this.takeTurn();
    const { limits } = this;
    const parsing = (this.process ??= new ParsingProcess(limits));
    let mayServeOn = false;
    try {
      parsing.begin({ path, sheet, rows: maximumRows + 1, limits });
      for (;;) {
        const answer = await parsing.answer();
        if ('fault' in answer) throw new WorkbookRefused([faults[answer.fault](limits)]);
        if ('problems' in answer) {
          mayServeOn = parsing.isFresh;
          if (answer.problems.length > 0) throw new WorkbookRefused(answer.problems);
          return;
        }
        for (const [number, ...cells] of answer.rows) yield { sheet, number, cells };
      }
    } finally {
      this.cost = { peakMemoryMiB: Math.round(parsing.peakMemoryMiB), seconds: parsing.seconds };
      if (!mayServeOn) {
        this.process = undefined;
        await parsing.end();
      }
      release();
    }
  }

  /** Ends the process. */
  async close(): Promise<void> {
    const parsing = this.process;
    this.process = undefined;
    await parsing?.end();
  }

  private async takeTurn(): Promise<() => void> {
    const before = this.turn;
    let release = (): void => undefined;
    this.turn = new Promise((resolve) => (release = resolve));
    await before;
    return release;
  }
}

const faults = {
  memory: ({ memoryMiB }: WorkbookLimits) =>
    fileProblem('OUT_OF_MEMORY', `The file takes more than ${memoryMiB} MiB to read.`),
  time: ({ seconds }: WorkbookLimits) => fileProblem('OUT_OF_TIME', `The file takes more than ${seconds} s to read.`),
  end: () => fileProblem('DAMAGED_FILE', 'The file is damaged: it cannot be read.'),
};
