import { countyWide, Database } from '@jingzhun/database';
import { isUuid } from '@jingzhun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CountyImportRow } from './county-import.entity';
import type { RegisterPiece } from './register-pieces';

/** The import's own record, and the way of a file's rows into the register. */
@Injectable()
export class CountyImportRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  async add(tx: EntityManager, id: string, fileId: string): Promise<CountyImportRow> {
    const imports = tx.getRepository(CountyImportRow);
    await imports.insert({ id, fileId, state: 'running' });
    return imports.findOneByOrFail({ id });
  }

  async find(tx: EntityManager, id: string): Promise<CountyImportRow | null> {
    if (!isUuid(id)) return null;
    return tx.getRepository(CountyImportRow).findOneBy({ id });
  }

  /** Saves how an import stands, at once and for all to see. */
  async save(id: string, change: Partial<CountyImportRow>): Promise<void> {
    await this.database.transaction(countyWide, (tx) => tx.getRepository(CountyImportRow).update({ id }, change));
  }

  /** Imports that a stopped process left running have stored nothing; they are closed as refused. */
  async closeInterrupted(): Promise<void> {
    await this.database.transaction(countyWide, (tx) =>
      tx.query(
        `UPDATE county_import SET state = 'refused', ended_at = now(),
                problems = '[{"line": 0, "problem": "the import was interrupted; nothing was stored; send the file again"}]'
          WHERE state = 'running'`,
      ),
    );
  }

  async addCampaign(
    tx: EntityManager,
    { id, name, areaCode }: { id: string; name: string; areaCode: string },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO campaign (id, name, area_code, state, imported_at) VALUES ($1, $2, $3, 'prepared', now())`,
      [id, name, areaCode],
    );
  }

  /** Stores a piece within `tx`. COPY cannot write tables under row-level security; columns as arrays come close to it. */
  async store(tx: EntityManager, { areas, hamlets, households, members }: RegisterPiece): Promise<void> {
    if (areas.code.length > 0)
      await tx.query(
        `INSERT INTO area (code, name, level, parent_code, kind, poor)
         SELECT code, name, level, CASE level WHEN 'township' THEN left(code, 6) WHEN 'village' THEN left(code, 9)
                                              WHEN 'group' THEN left(code, 12) END, kind, poor
           FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::boolean[]) AS area (code, name, level, kind, poor)`,
        [areas.code, areas.name, areas.level, areas.kind, areas.poor],
      );
    if (hamlets.code.length > 0)
      await tx.query(
        `INSERT INTO hamlet (code, name, area_code) SELECT * FROM unnest($1::text[], $2::text[], $3::text[])`,
        [hamlets.code, hamlets.name, hamlets.village],
      );
    if (households.id.length + members.id.length > 0)
      // One statement, so that the server need not wait for us between the two.
      await tx.query(
        `WITH household AS (
           INSERT INTO household (id, number, area_code, hamlet_code, address, poor_village, category, salt)
           SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::boolean[], $7::text[], $8::bytea[])
         )
         INSERT INTO member (id, household_id, area_code, position, name, relation, sex, birth_date, id_number_sealed,
                             id_number_index, id_number_masked, ethnicity)
         SELECT * FROM unnest($9::uuid[], $10::uuid[], $11::text[], $12::int[], $13::text[], $14::text[], $15::text[], $16::date[],
                              $17::bytea[], $18::bytea[], $19::text[], $20::text[])`,
        [
          households.id,
          households.number,
          households.group,
          households.hamlet,
          households.address,
          households.inPoorVillage,
          households.category,
          households.salt,
          members.id,
          members.householdId,
          members.group,
          members.position,
          members.name,
          members.relation,
          members.sex,
          members.birthDate,
          members.sealed,
          members.index,
          members.masked,
          members.ethnicity,
        ],
      );
  }
}
