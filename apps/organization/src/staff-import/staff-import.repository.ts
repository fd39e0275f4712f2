import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { countyWide, Database } from '@jingzhun/database';
import { Inject, Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { EntityManager } from 'typeorm';
import type { StaffImportCounts } from '../graph.generated';
import { StaffImportRow } from './staff-import.entity';
import type { KnownStaff, StaffRows } from './staff-rows';

/** How each kind of row gets from the import's passage into its table. */
const inserts = [
  `INSERT INTO person (id, number, name, phone, area_code)
   SELECT (content->>'id')::uuid, content->>'number', content->>'name', content->>'phone', content->>'areaCode'
     FROM staff_import_row WHERE kind = 'people'`,
  `INSERT INTO team (id, number, kind, name, area_code, leader_id)
   SELECT (content->>'id')::uuid, content->>'number', content->>'kind', content->>'name', content->>'areaCode',
          (content->>'leaderId')::uuid FROM staff_import_row WHERE kind = 'teams'`,
  `INSERT INTO team_member (team_id, person_id)
   SELECT (content->>'teamId')::uuid, (content->>'personId')::uuid FROM staff_import_row WHERE kind = 'members'
   ON CONFLICT DO NOTHING`,
  `INSERT INTO assignment (id, area_code, role, team_id, person_id, changed_at)
   SELECT (content->>'id')::uuid, content->>'areaCode', content->>'role', (content->>'teamId')::uuid,
          (content->>'personId')::uuid, $1 FROM staff_import_row WHERE kind = 'assignments'`,
  `INSERT INTO account (id, login, person_id, grants, activation_code_hash)
   SELECT (content->>'id')::uuid, content->>'login', (content->>'personId')::uuid, content->'grants',
          decode(content->>'activationCodeHash', 'hex') FROM staff_import_row WHERE kind = 'accounts'`,
];

/** The import's own record, and the way of a file's rows into the tables. */
@Injectable()
export class StaffImportRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  async add(tx: EntityManager, row: StaffImportRow): Promise<void> {
    await tx.getRepository(StaffImportRow).insert(row);
  }

  find(tx: EntityManager, id: string): Promise<StaffImportRow | null> {
    return tx.getRepository(StaffImportRow).findOneBy({ id });
  }

  running(tx: EntityManager): Promise<StaffImportRow[]> {
    return tx.getRepository(StaffImportRow).find({ where: { state: 'running' }, order: { startedAt: 'ASC' } });
  }

  async save(tx: EntityManager, id: string, change: Partial<StaffImportRow>): Promise<void> {
    await tx.getRepository(StaffImportRow).update(id, change);
  }

  /** Saves for all to see at once, while the import's own transaction is still open. */
  async report(id: string, change: Partial<StaffImportRow>): Promise<void> {
    await this.database.transaction(countyWide, (tx) => this.save(tx, id, change));
  }

  /** Lets one import through at a time, over all replicas, until the transaction ends. */
  async waitForTurn(tx: EntityManager): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('staff import'))`);
  }

  /** What is stored already, everywhere: a number is unique over the county. */
  known(): Promise<KnownStaff> {
    return this.database.read(countyWide, async (tx) => {
      const people = await tx.query<{ number: string; id: string; areaCode: string }[]>(
        `SELECT number, id, area_code AS "areaCode" FROM person`,
      );
      const teams = await tx.query<({ number: string } & KnownTeam)[]>(
        `SELECT number, id, kind, area_code AS "areaCode", leader_id AS "leaderId" FROM team`,
      );
      const assignments = await tx.query<{ key: string }[]>(`SELECT area_code || ' ' || role AS key FROM assignment`);
      const accounts = await tx.query<{ login: string }[]>(`SELECT login FROM account`);
      return {
        people: new Map(people.map((person) => [person.number, person])),
        teams: new Map(teams.map((team) => [team.number, team])),
        assignments: new Set(assignments.map(({ key }) => key)),
        logins: new Set(accounts.map(({ login }) => login)),
      };
    });
  }

  /** Stores the rows of a checked file within `tx`: copied into the passage, then set by set into the tables. */
  async store(tx: EntityManager, rows: StaffRows, at: Date): Promise<StaffImportCounts> {
    const client = (await tx.queryRunner!.connect()) as PoolClient;
    const copy = client.query(copyFrom(`COPY staff_import_row (kind, content) FROM STDIN WITH (FORMAT csv)`));
    await pipeline(Readable.from(cellsOf(rows)), stringify(), copy);
    for (const insert of inserts) await tx.query(insert, insert.includes('$1') ? [at] : []);
    await tx.query(`DELETE FROM staff_import_row`);
    const { people, teams, assignments, accounts } = rows;
    return {
      people: people.length,
      teams: teams.length,
      assignments: assignments.length,
      accounts: accounts.length,
    };
  }
}

/** The open transaction, for a service that passes it on. */
export type Transaction = EntityManager;

type KnownTeam = KnownStaff['teams'] extends ReadonlyMap<string, infer Team> ? Team : never;

function* cellsOf(rows: StaffRows): Generator<[string, string]> {
  for (const [kind, contents] of Object.entries(rows) as [string, object[]][]) {
    for (const content of contents) yield [kind, JSON.stringify(content)];
  }
}
