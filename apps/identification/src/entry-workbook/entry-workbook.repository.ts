import type { Caller } from '@jingzhun/access';
import { countyWide, Database } from '@jingzhun/database';
import { isUuid } from '@jingzhun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { EntryImportRow } from './entry-import.entity';
import type { entrySheet } from '@jingzhun/identification-rules';
import type { RowToWrite } from '@jingzhun/workbook';
import { maskedName } from './entry-staging.repository';
import { EntryWorkbookRow } from './entry-workbook.entity';
import { ExportRecordRow } from './export-record.entity';

/** How long a written file waits to be fetched. */
const keptFor = `interval '1 day'`;

/** The records of exports and imports, and the households an export holds. */
@Injectable()
export class EntryWorkbookRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  async addExport(
    tx: EntityManager,
    row: Pick<EntryWorkbookRow, 'id' | 'accountId' | 'areaCode' | 'reason' | 'namesMasked'>,
  ): Promise<EntryWorkbookRow> {
    const exports = tx.getRepository(EntryWorkbookRow);
    await exports.insert({ ...row, state: 'running' });
    return exports.findOneByOrFail({ id: row.id });
  }

  async findExport(tx: EntityManager, { accountId }: Caller, id: string): Promise<EntryWorkbookRow | null> {
    return isUuid(id) ? tx.getRepository(EntryWorkbookRow).findOneBy({ id, accountId }) : null;
  }

  async saveExport(tx: EntityManager, id: string, change: Partial<EntryWorkbookRow>): Promise<void> {
    await tx.getRepository(EntryWorkbookRow).update({ id }, change);
  }

  /** Writes down that an export was written or fetched. */
  async record(tx: EntityManager, action: ExportRecordRow['action'], row: EntryWorkbookRow, by: Caller): Promise<void> {
    await tx.query(
      `INSERT INTO export_record (action, kind, export_id, account_id, area_code, rows, names_masked, reason)
       VALUES ($1, 'entry-workbook', $2, $3, $4, $5, $6, $7)`,
      [action, row.id, by.accountId, row.areaCode, row.rows ?? 0, row.namesMasked, row.reason],
    );
  }

  /** The households of the area that wait for entry, in the order of their numbers; not held, but read as they are taken. */
  async *waiting(
    tx: EntityManager,
    areaCode: string,
    namesMasked: boolean,
  ): AsyncGenerator<RowToWrite<typeof entrySheet>> {
    const rows = await tx.queryRunner!.stream(
      `SELECT household.number, ${namesMasked ? maskedName('btrim(head.name)') : 'btrim(head.name)'} AS head,
              btrim(village.name) AS village, btrim(own_group.name) AS "group", household.version
         FROM household
         JOIN member AS head ON head.household_id = household.id AND head.relation = '01'
         JOIN area AS own_group ON own_group.code = household.area_code
         JOIN area AS village ON village.code = left(household.area_code, 12)
        WHERE household.stage = 'entry' AND household.area_code ^@ $1
        ORDER BY household.area_code, household.number`,
      [areaCode],
    );
    yield* rows as AsyncIterable<RowToWrite<typeof entrySheet>>;
  }

  /** Exports whose file has waited long enough; it may be removed. */
  async expire(): Promise<string[]> {
    const [rows] = await this.database.transaction(countyWide, (tx) =>
      tx.query<[{ id: string }[], number]>(
        `UPDATE entry_workbook SET state = 'expired' WHERE state = 'ready' AND ended_at < now() - ${keptFor} RETURNING id`,
      ),
    );
    return rows.map(({ id }) => id);
  }

  async addImport(
    tx: EntityManager,
    row: Pick<EntryImportRow, 'id' | 'accountId' | 'fileId'>,
  ): Promise<EntryImportRow> {
    const imports = tx.getRepository(EntryImportRow);
    await imports.insert({ ...row, state: 'running' });
    return imports.findOneByOrFail({ id: row.id });
  }

  async findImport(tx: EntityManager, { accountId }: Caller, id: string): Promise<EntryImportRow | null> {
    return isUuid(id) ? tx.getRepository(EntryImportRow).findOneBy({ id, accountId }) : null;
  }

  /** Saves how an import stands, at once and for all to see. */
  async saveImport(id: string, change: Partial<EntryImportRow>): Promise<void> {
    await this.database.transaction(countyWide, (tx) => tx.getRepository(EntryImportRow).update({ id }, change));
  }

  /** What a stopped process left running has written and stored nothing. */
  async closeInterrupted(): Promise<void> {
    await this.database.transaction(countyWide, async (tx) => {
      await tx.query(`UPDATE entry_workbook SET state = 'failed', ended_at = now() WHERE state = 'running'`);
      await tx.query(
        `UPDATE entry_import SET state = 'refused', ended_at = now(), problem_count = 1, problems = $1 WHERE state = 'running'`,
        [JSON.stringify([interrupted])],
      );
    });
  }
}

const interrupted = {
  ...{ sheet: '', row: 0, column: '', header: '' },
  code: 'INTERRUPTED',
  reason: 'The import was interrupted; nothing was entered. Send the file again.',
};
