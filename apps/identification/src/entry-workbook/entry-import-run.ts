import type { Caller } from '@jingzhun/access';
import { Database } from '@jingzhun/database';
import { entrySheet } from '@jingzhun/identification-rules';
import { checkRows, WorkbookProblems, WorkbookReader } from '@jingzhun/workbook';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { EntryService } from '../entry/entry.service';
import { EntryStagingRepository, type StagedRow } from './entry-staging.repository';

/** The file is refused whole. Carried from its reading to the import's record, not to a caller. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';

  constructor(readonly problems: WorkbookProblems) {
    super(`the file has ${problems.count} faults`);
  }
}

export interface ImportOutcome {
  rowsRead: number;
  entered: number;
  alreadyEntered: number;
}

const rowsAtOnce = 5_000;
const rowsPerReport = 10_000;

/** One import: the file is read beside the register, held against it, and entered by the rules of every entry, or not at all. */
@Injectable()
export class EntryImportRun implements OnApplicationShutdown {
  private readonly reader = new WorkbookReader();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EntryStagingRepository) private readonly staging: EntryStagingRepository,
    @Inject(EntryService) private readonly entries: EntryService,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.reader.close();
  }

  /**
   * @param report told now and then how many rows were read
   * @throws FileRefused, and what the rules of entry refuse when somebody was quicker
   */
  run(caller: Caller, path: string, report: (rowsRead: number) => Promise<void>): Promise<ImportOutcome> {
    return this.database.transaction(caller, async (tx) => {
      await this.staging.prepare(tx);
      const problems = new WorkbookProblems();
      const rowsRead = await this.stage(tx, path, problems, report);
      if (!problems.ofTheFile) problems.add(...(await this.staging.problems(tx)));
      if (problems.count > 0) throw new FileRefused(problems);
      const { toEnter, alreadyEntered } = await this.staging.entries(tx);
      await this.entries.enter(tx, caller, toEnter);
      return { rowsRead, entered: toEnter.length, alreadyEntered };
    });
  }

  private async stage(
    tx: EntityManager,
    path: string,
    problems: WorkbookProblems,
    report: (rowsRead: number) => Promise<void>,
  ): Promise<number> {
    let rowsRead = 0;
    let portion: StagedRow[] = [];
    for await (const row of checkRows(entrySheet, this.reader.read(path, entrySheet), problems)) {
      rowsRead += 1;
      portion.push(row);
      if (rowsRead % rowsPerReport === 0) await report(rowsRead);
      if (portion.length < rowsAtOnce) continue;
      await this.staging.add(tx, portion);
      portion = [];
    }
    await this.staging.add(tx, portion);
    return rowsRead;
  }
}
