import { countyWide, Database } from '@jingzhun/database';
import { isUuid } from '@jingzhun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { once as onceEmitted } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { EntityManager } from 'typeorm';
import { CountyImportRow } from './county-import.entity';

/** Rows are handed to the server in pieces of about this many characters. */
const pieceSize = 64 * 1024;

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

  /**
   * Streams checked records into the register within `tx`. COPY cannot write tables under row-level security, so rows pass
   * through a temporary table; it is gone with the transaction.
   */
  async store(
    tx: EntityManager,
    campaign: { id: string; name: string },
    records: AsyncIterable<readonly string[]>,
    countyCode: () => string,
  ): Promise<void> {
    await tx.query(
      `CREATE TEMPORARY TABLE county_row (line int GENERATED ALWAYS AS IDENTITY, kind text, a text, b text, c text, d text, e text, f text, g text)
       ON COMMIT DROP`,
    );
    const client = (await tx.queryRunner!.connect()) as PoolClient;
    const copy = client.query(copyFrom(`COPY county_row (kind, a, b, c, d, e, f, g) FROM STDIN`));
    try {
      await writeAll(copy, records);
    } catch (error) {
      copy.destroy(error instanceof Error ? error : new Error(String(error)));
      await finished(copy).catch(() => undefined);
      throw error;
    }
    await tx.query(`ANALYZE county_row`);
    await tx.query(
      `INSERT INTO area (code, name, level, parent_code, kind, poor)
       SELECT a, b, c, CASE c WHEN 'township' THEN left(a, 6) WHEN 'village' THEN left(a, 9) WHEN 'group' THEN left(a, 12) END,
              d, e = 'true' FROM county_row WHERE kind = 'area'`,
    );
    await tx.query(`INSERT INTO hamlet (code, name, area_code) SELECT a, b, c FROM county_row WHERE kind = 'hamlet'`);
    await tx.query(
      `INSERT INTO household (id, number, area_code, hamlet_code, address, poor_village)
       SELECT gen_random_uuid(), a, b, county_row.c, county_row.d, area.poor
         FROM county_row JOIN area ON area.code = left(b, 12) WHERE county_row.kind = 'household' ORDER BY a`,
    );
    await tx.query(
      `INSERT INTO member (household_id, area_code, position, name, relation, sex, birth_date, id_number, ethnicity)
       SELECT household.id, household.area_code, row_number() OVER (PARTITION BY a ORDER BY line) - 1, b, c, d, e::date, f, g
         FROM county_row JOIN household ON household.number = a WHERE kind = 'member'`,
    );
    await tx.query(
      `INSERT INTO campaign (id, name, area_code, state, imported_at) VALUES ($1, $2, $3, 'prepared', now())`,
      [campaign.id, campaign.name, countyCode()],
    );
  }
}

async function writeAll(copy: Writable, records: AsyncIterable<readonly string[]>): Promise<void> {
  const ended = finished(copy);
  ended.catch(() => undefined);
  let piece = '';
  for await (const cells of records) {
    piece += `${copyLine(cells)}\n`;
    if (piece.length < pieceSize) continue;
    if (!copy.write(piece)) await Promise.race([onceEmitted(copy, 'drain'), ended]);
    piece = '';
  }
  copy.end(piece);
  await ended;
}

/** One row of COPY's text format: eight columns, absent cells null. */
function copyLine(cells: readonly string[]): string {
  const columns = Array.from({ length: 8 }, (_, index) => cells[index]);
  return columns.map((cell) => (cell === undefined ? '\\N' : escaped(cell))).join('\t');
}

function escaped(cell: string): string {
  return /[\\\t\n\r]/.test(cell)
    ? cell.replace(/\\/g, '\\\\').replace(/\t/g, '\\t').replace(/\n/g, '\\n').replace(/\r/g, '\\r')
    : cell;
}
