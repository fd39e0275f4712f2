import { secureByArea } from '@jingzhun/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const inScope = (column: string) =>
  `${column} ^@ ANY ((SELECT string_to_array(current_setting('jingzhun.scope', true), ','))::text[])`;

/** What the register was: areas that were merged, households that ended, places where households were before. */
export class CreateFormerPlaces20261124101000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const areaCode = 'text COLLATE "C" NOT NULL';
    const statements = [
      // `successor_code` is the present area its place belongs to, also when that one came later.
      `CREATE TABLE former_area (
         code text COLLATE "C" PRIMARY KEY,
         name text NOT NULL,
         level text NOT NULL,
         parent_code text COLLATE "C",
         kind text NOT NULL,
         poor boolean NOT NULL,
         valid_from timestamptz,
         valid_to timestamptz NOT NULL,
         successor_code ${areaCode},
         ended_by text NOT NULL,
         document text NOT NULL
       )`,
      `CREATE INDEX former_area_parent ON former_area (parent_code, code)`,
      `CREATE INDEX former_area_successor ON former_area (successor_code)`,
      ...secureByArea('former_area', 'code'),
      // Whoever has the present area may read what it was made from.
      `CREATE POLICY former_area_by_successor ON former_area FOR SELECT USING (${inScope('successor_code')})`,
      // `successor_id` is the household its members went to; null when it died out or moved away.
      `CREATE TABLE former_household (
         id uuid PRIMARY KEY,
         version int NOT NULL,
         number text NOT NULL UNIQUE,
         area_code ${areaCode},
         hamlet_code ${areaCode},
         address text NOT NULL,
         poor_village boolean NOT NULL,
         category text NOT NULL,
         registered_at timestamptz NOT NULL,
         salt bytea,
         stage text,
         round int NOT NULL,
         ended_at timestamptz NOT NULL,
         successor_id uuid,
         change_request_id uuid NOT NULL
       )`,
      ...secureByArea('former_household'),
      // Where a household was until it came under another group.
      `CREATE TABLE former_place (
         household_id uuid NOT NULL,
         area_code ${areaCode},
         valid_to timestamptz NOT NULL,
         cause text NOT NULL CHECK (cause IN ('transfer', 'villagesMerged')),
         PRIMARY KEY (household_id, valid_to)
       )`,
      `CREATE INDEX former_place_area ON former_place (area_code)`,
      ...secureByArea('former_place'),
      // A household that was transferred from afar keeps its past places readable to whoever has it now.
      `CREATE POLICY former_place_by_household ON former_place FOR SELECT USING (
         EXISTS (SELECT FROM household WHERE household.id = household_id)
       )`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE former_place, former_household, former_area`);
  }
}
