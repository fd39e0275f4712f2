import type { Caller } from '@jingzhun/access';
import { countyWide, Database, once } from '@jingzhun/database';
import { entrySheet } from '@jingzhun/identification-rules';
import { NotFound } from '@jingzhun/kernel';
import { LOGGER, type Logger } from '@jingzhun/observability';
import { writeWorkbook } from '@jingzhun/workbook';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { EntryWorkbookFiles } from './entry-workbook-files';
import type { EntryWorkbookRow } from './entry-workbook.entity';
import { EntryWorkbookRepository } from './entry-workbook.repository';
import { assertExport, masksNames } from './entry-workbook.rules';

export interface ExportEntryWorkbook {
  key: string;
  areaCode: string;
  reason: string;
}

/** Writes what waits for entry into workbooks, in the background of the mutation that asked for it. */
@Injectable()
export class EntryExportService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly running = new Set<Promise<void>>();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EntryWorkbookRepository) private readonly exports: EntryWorkbookRepository,
    @Inject(EntryWorkbookFiles) private readonly files: EntryWorkbookFiles,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.exports.closeInterrupted();
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.running);
  }

  find(caller: Caller, id: string): Promise<EntryWorkbookRow | null> {
    return this.database.read(caller, (tx) => this.exports.findExport(tx, caller, id));
  }

  /** Answers at once with the export's record; `find` tells when its file is ready. */
  async start(caller: Caller, { key, areaCode, reason }: ExportEntryWorkbook): Promise<EntryWorkbookRow> {
    assertExport(caller, areaCode, reason);
    let isNew = false;
    const row = await this.database.transaction(caller, (tx) =>
      once(tx, { accountId: caller.accountId, key, payload: { areaCode, reason } }, () => {
        isNew = true;
        const { accountId } = caller;
        return this.exports.addExport(tx, {
          id: randomUUID(),
          accountId,
          areaCode,
          reason,
          namesMasked: masksNames(caller),
        });
      }),
    );
    if (isNew) this.runInBackground(caller, row);
    return row;
  }

  /**
   * Where the file of an export lies, for the one who asked for it; that he fetched it is recorded first.
   * @throws NotFound unless it is ready
   */
  async fetch(caller: Caller, id: string): Promise<string> {
    return this.database.transaction(caller, async (tx) => {
      const row = await this.exports.findExport(tx, caller, id);
      if (row?.state !== 'ready') throw new NotFound('There is no such file, or not any more.', 'id');
      await this.exports.record(tx, 'fetched', row, caller);
      return this.files.ofExport(id);
    });
  }

  private runInBackground(caller: Caller, row: EntryWorkbookRow): void {
    const run = this.run(caller, row)
      .catch((error: unknown) => this.fail(row.id, error))
      .finally(() => this.running.delete(run));
    this.running.add(run);
  }

  private async run(caller: Caller, row: EntryWorkbookRow): Promise<void> {
    for (const id of await this.exports.expire()) await this.files.removeExport(id);
    const path = await this.files.forExport(row.id);
    const { rows } = await this.database.read(caller, (tx) =>
      writeWorkbook(
        path,
        entrySheet,
        this.exports.waiting(tx, row.areaCode, row.namesMasked),
        // Says where a print-out comes from, without a name on it.
        `${entrySheet.name} ${row.areaCode} ${row.id}`,
      ),
    );
    await this.database.transaction(caller, async (tx) => {
      await this.exports.saveExport(tx, row.id, { state: 'ready', rows, endedAt: new Date() });
      await this.exports.record(tx, 'written', { ...row, rows }, caller);
    });
  }

  private async fail(id: string, error: unknown): Promise<void> {
    this.logger.error({ err: error, exportId: id }, 'an export failed');
    await this.database
      .transaction(countyWide, (tx) => this.exports.saveExport(tx, id, { state: 'failed', endedAt: new Date() }))
      .catch((fault: unknown) => this.logger.error({ err: fault, exportId: id }, 'an export could not be closed'));
  }
}
