import { Listr } from 'listr2';
import type { Progress, Say } from '../run/progress';

interface Row {
  show: Say;
  end: (failure?: Error) => void;
  ended: Promise<void>;
}

/**
 * Steps as a live list for a terminal. Their titles are known beforehand and each row stays until its step has ended;
 * a step may run ahead of the row that is being shown.
 */
export class TaskList implements Progress {
  private readonly rows: Map<string, Row>;
  private readonly shown: Promise<unknown>;

  constructor(titles: readonly string[]) {
    this.rows = new Map(titles.map((title) => [title, makeRow()]));
    const tasks = [...this.rows].map(([title, row]) => ({
      title,
      task: (_: unknown, task: { output?: string }) => {
        row.show = (text) => (task.output = text);
        return row.ended;
      },
      rendererOptions: { persistentOutput: true },
    }));
    const list = new Listr(tasks, { registerSignalListeners: false });
    this.shown = list.run().catch(() => undefined);
  }

  async step<T>(title: string, work: (say: Say) => Promise<T>): Promise<T> {
    const row = this.rows.get(title);
    if (!row) throw new Error(`no row was made for ${title}`);
    try {
      const result = await work((text) => row.show(text));
      row.end();
      return result;
    } catch (error) {
      row.end(error instanceof Error ? error : new Error(String(error)));
      throw error;
    }
  }

  /** Resolves when the last row is drawn; rows whose step was never reached are given up. */
  async close(): Promise<void> {
    for (const row of this.rows.values()) row.end(new Error('not reached'));
    await this.shown;
  }
}

function makeRow(): Row {
  const row: Row = { show: () => undefined, end: () => undefined, ended: Promise.resolve() };
  row.ended = new Promise<void>((resolve, reject) => {
    row.end = (failure) => (failure ? reject(failure) : resolve());
  });
  row.ended.catch(() => undefined);
  return row;
}
