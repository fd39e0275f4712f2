import type { Caller } from '@jingzhun/access';
import { countyWide, Database } from '@jingzhun/database';
import { isUuid } from '@jingzhun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { AreaRow } from '../area/area.entity';
import type { ExportRecordRow } from './export-record.entity';
import { ExportRow } from './export.entity';

/** How long a written file waits to be fetched. */
const keptFor = `interval '1 day'`;

/** Exports and the record of them. */
@Injectable()
export class ExportRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  async add(
    tx: EntityManager,
    row: Pick<ExportRow, 'id' | 'kind' | 'accountId' | 'areaCode' | 'reason' | 'names' | 'idNumbers'>,
  ): Promise<ExportRow> {
    const exports = tx.getRepository(ExportRow);
    await exports.insert({ ...row, state: 'running' });
    return exports.findOneByOrFail({ id: row.id });
  }

  /** An export of the caller's. */
  async find(tx: EntityManager, { accountId }: Caller, id: string): Promise<ExportRow | null> {
    return isUuid(id) ? tx.getRepository(ExportRow).findOneBy({ id, accountId }) : null;
  }

  async save(tx: EntityManager, id: string, change: Partial<ExportRow>): Promise<void> {
    await tx.getRepository(ExportRow).update({ id }, change);
  }

  /** Writes down that an export was written or fetched. */
  async record(tx: EntityManager, action: ExportRecordRow['action'], row: ExportRow, by: Caller): Promise<void> {
    await tx.query(
      `INSERT INTO export_record (action, kind, export_id, account_id, area_code, rows, names, id_numbers, reason)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [action, row.kind, row.id, by.accountId, row.areaCode, row.rows ?? 0, row.names, row.idNumbers, row.reason],
    );
  }

  isArea(tx: EntityManager, code: string): Promise<boolean> {
    return tx.getRepository(AreaRow).existsBy({ code });
  }

  async areaNames(tx: EntityManager, codes: readonly string[]): Promise<Map<string, string>> {
    const rows = await tx.getRepository(AreaRow).findBy({ code: In([...codes]) });
    return new Map(rows.map(({ code, name }) => [code, name.trim()]));
  }

  /** Exports whose file has waited long enough; it may be removed. */
  expire(): Promise<string[]> {
    return this.endAll(`SET state = 'expired' WHERE state = 'ready' AND ended_at < now() - ${keptFor}`);
  }

  /** What a stopped process left running comes to nothing. */
  closeInterrupted(): Promise<string[]> {
    return this.endAll(`SET state = 'failed', ended_at = now() WHERE state = 'running'`);
  }

  private async endAll(change: string): Promise<string[]> {
    const [rows] = await this.database.transaction(countyWide, (tx) =>
      tx.query<[{ id: string }[], number]>(`UPDATE export ${change} RETURNING id`),
    );
    return rows.map(({ id }) => id);
  }
}
