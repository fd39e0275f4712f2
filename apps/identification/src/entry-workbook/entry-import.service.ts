import type { Caller } from '@jingzhun/access';
import { Database, once } from '@jingzhun/database';
import { LOGGER, type Logger } from '@jingzhun/observability';
import { fileProblem, WorkbookProblems } from '@jingzhun/workbook';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { isRefusal } from '@jingzhun/kernel';
import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { EntryImportRow } from './entry-import.entity';
import { EntryImportRun, FileRefused } from './entry-import-run';
import { EntryWorkbookFiles } from './entry-workbook-files';
import { EntryWorkbookRepository } from './entry-workbook.repository';

export interface ImportEntryWorkbook {
  key: string;
  fileId: string;
}

/** Enters the rows of filled workbooks, in the background of the mutation that asked for it. */
@Injectable()
export class EntryImportService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly running = new Set<Promise<void>>();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EntryWorkbookFiles) private readonly files: EntryWorkbookFiles,
    @Inject(EntryWorkbookRepository) private readonly imports: EntryWorkbookRepository,
    @Inject(EntryImportRun) private readonly importRun: EntryImportRun,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.imports.closeInterrupted();
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.running);
  }

  find(caller: Caller, id: string): Promise<EntryImportRow | null> {
    return this.database.read(caller, (tx) => this.imports.findImport(tx, caller, id));
  }

  /** Answers at once with the import's record; `find` tells how far it is. */
  async start(caller: Caller, { key, fileId }: ImportEntryWorkbook): Promise<EntryImportRow> {
    let content: Readable | undefined;
    const { accountId } = caller;
    const row = await this.database.transaction(caller, (tx) =>
      once(tx, { accountId, key, payload: { fileId } }, async () => {
        content = await this.files.open(fileId);
        return this.imports.addImport(tx, { id: randomUUID(), accountId, fileId });
      }),
    );
    if (content) this.runInBackground(caller, row, content);
    return row;
  }

  private runInBackground(caller: Caller, { id, fileId }: EntryImportRow, content: Readable): void {
    const report = (rowsRead: number) => this.imports.saveImport(id, { rowsRead });
    const run = this.files
      .during(fileId, content, (path) => this.importRun.run(caller, path, report))
      .then((outcome) => this.imports.saveImport(id, { state: 'done', ...outcome, endedAt: new Date() }))
      .catch((error: unknown) => this.refuse(id, error))
      .finally(() => this.running.delete(run));
    this.running.add(run);
  }

  private async refuse(id: string, error: unknown): Promise<void> {
    const { count, named } = error instanceof FileRefused ? error.problems : this.problemsOf(id, error);
    await this.imports
      .saveImport(id, {
        state: 'refused',
        problemCount: count,
        problems: named.sort((one, other) => one.row - other.row),
        endedAt: new Date(),
      })
      .catch((fault: unknown) => this.logger.error({ err: fault, importId: id }, 'an import could not be closed'));
  }

  /** Somebody was quicker with one of the households, or it is a fault of ours. */
  private problemsOf(id: string, error: unknown): WorkbookProblems {
    const problems = new WorkbookProblems();
    if (isRefusal(error)) {
      problems.add({ ...fileProblem('DAMAGED_FILE', `${error.message} ${error.advice}`), code: error.code });
    } else {
      this.logger.error({ err: error, importId: id }, 'an import of entries failed');
      const reason = `The import failed and nothing was entered; give the number ${id} to your engineer.`;
      problems.add({ ...fileProblem('DAMAGED_FILE', reason), code: 'FAULT' });
    }
    return problems;
  }
}
