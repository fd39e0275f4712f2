import type { Caller } from '@jingzhun/access';
import { countyWide, Database } from '@jingzhun/database';
import { isUuid } from '@jingzhun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { EntryImportRow } from './entry-import.entity';
import type { entrySheet } from '@jingzhun/identification-rules';
import type { RowToWrite } from '@jingzhun/workbook';
import { maskedName } from './entry-staging.repository';

/** The records of imports, and the households an export holds. */
@Injectable()
export class EntryWorkbookRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

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
    await this.database.transaction(countyWide, (tx) =>
      tx.query(
        `UPDATE entry_import SET state = 'refused', ended_at = now(), problem_count = 1, problems = $1 WHERE state = 'running'`,
        [JSON.stringify([interrupted])],
      ),
    );
  }
}

const interrupted = {
  ...{ sheet: '', row: 0, column: '', header: '' },
  code: 'INTERRUPTED',
  reason: 'The import was interrupted; nothing was entered. Send the file again.',
};
