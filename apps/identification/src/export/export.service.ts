import { callerFor, type Caller, type Passport } from '@jingzhun/access';
import { countyWide, Database, once } from '@jingzhun/database';
import { NotFound } from '@jingzhun/kernel';
import { LOGGER, type Logger } from '@jingzhun/observability';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { ExportFiles } from './export-files';
import type { AskedExport, ExportKind, ExportOrder } from './export-kind';
import { exporters, exportRights } from './export-rights';
import type { ExportRow } from './export.entity';
import { ExportRepository } from './export.repository';
import { assertOwnArea, assertReason, mayFetch, namesFor } from './export.rules';

/** A file for the one who asked for it. */
export interface FetchedExport {
  path: string;
  fileName: string;
}

/** Writes workbooks of every kind, in the background of the mutation that asked for one, and hands them out. */
@Injectable()
export class ExportService implements OnApplicationShutdown {
  /** One export is written after the other: each holds a connection for as long as it takes. */
  private turn: Promise<void> = Promise.resolve();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ExportRepository) private readonly exports: ExportRepository,
    @Inject(ExportFiles) private readonly files: ExportFiles,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.turn;
  }

  find(caller: Caller, id: string): Promise<ExportRow | null> {
    return this.database.read(caller, (tx) => this.exports.find(tx, caller, id));
  }

  /**
   * Answers at once with the export's record; `find` tells when its file is ready.
   * @throws NotAllowed, InvalidInput, NotFound, KeyReused, and what its kind refuses
   */
  async start<Asked extends AskedExport>(
    passport: Passport,
    kind: ExportKind<Asked>,
    asked: Asked,
  ): Promise<ExportRow> {
    const { right } = kind;
    const caller = callerFor(passport, right.roles);
    const { accountId } = caller;
    const { key, ...payload } = asked;
    let isNew = false;
    const row = await this.database.transaction(caller, (tx) =>
      once(tx, { accountId, key, payload: { kind: right.kind, ...payload } }, async () => {
        assertReason(asked.reason);
        const areaCode = await kind.areaOf(tx, caller, asked);
        assertOwnArea(caller, areaCode, await this.exports.isArea(tx, areaCode));
        await kind.admit?.(tx, asked);
        isNew = true;
        return this.exports.add(tx, {
          id: randomUUID(),
          kind: right.kind,
          accountId,
          areaCode,
          reason: asked.reason,
          names: namesFor(passport, right, areaCode),
          idNumbers: right.idNumbers,
        });
      }),
    );
    if (isNew) this.turn = this.turn.then(() => this.run(kind, { row, asked, caller }));
    return row;
  }

  /**
   * The file of an export; that its exporter fetched it is recorded first.
   * @throws NotAllowed, NotFound unless it is ready, his, and he still holds the right to it
   */
  async fetch(passport: Passport, id: string): Promise<FetchedExport> {
    const caller = callerFor(passport, exporters);
    return this.database.transaction(caller, async (tx) => {
      const row = await this.exports.find(tx, caller, id);
      if (row?.state !== 'ready' || !mayFetch(passport, exportRights[row.kind], row))
        throw new NotFound('There is no such file, or not any more.', 'id');
      await this.exports.record(tx, 'fetched', row, caller);
      return { path: this.files.of(id), fileName: `${row.kind}-${id}.xlsx` };
    });
  }

  private async run<Asked extends AskedExport>(kind: ExportKind<Asked>, order: ExportOrder<Asked>): Promise<void> {
    try {
      await this.write(kind, order);
    } catch (error) {
      await this.fail(order.row.id, error);
    }
  }

  /** The file is there, ready and on record, or nothing of it is. */
  private async write<Asked extends AskedExport>(kind: ExportKind<Asked>, order: ExportOrder<Asked>): Promise<void> {
    const { row, caller } = order;
    const path = await this.files.prepare(row.id);
    await this.database.snapshot(caller, async (tx) => {
      const { sheetName, note, write } = await kind.content(tx, order);
      // Says where a print-out comes from, without a name on it.
      const { rows } = await write(path, [sheetName, row.areaCode, note, row.id].filter(Boolean).join(' '));
      await this.exports.save(tx, row.id, { state: 'ready', rows, endedAt: new Date() });
      await this.exports.record(tx, 'written', { ...row, rows }, caller);
    });
  }

  private async fail(id: string, error: unknown): Promise<void> {
    this.logger.error({ err: error, exportId: id }, 'an export failed');
    try {
      await this.files.remove(id);
      await this.database.transaction(countyWide, (tx) =>
        this.exports.save(tx, id, { state: 'failed', endedAt: new Date() }),
      );
    } catch (fault) {
      this.logger.error({ err: fault, exportId: id }, 'an export could not be closed');
    }
  }
}
