import { StaleVersion } from '@jingzhun/kernel';
import type { EntityManager } from 'typeorm';

/**
 * Changes one row only if it is still at `version`, and raises its version. TypeORM's own version column does not do this:
 * `save()` accepts stale rows.
 *
 * `set` maps column names to values; names are the program's own, never input.
 * @returns the new version.
 * @throws StaleVersion when the row has moved on (or lies outside the scope of the transaction).
 */
export async function guardedUpdate(
  tx: EntityManager,
  table: string,
  id: string,
  version: number,
  set: Record<string, unknown>,
): Promise<number> {
  const columns = Object.keys(set);
  const assignments = columns.map((column, index) => `"${column}" = $${index + 3}`);
  const [rows] = await tx.query<[{ version: number }[], number]>(
    `UPDATE "${table}" SET ${[...assignments, 'version = version + 1'].join(', ')}
      WHERE id = $1 AND version = $2 RETURNING version`,
    [id, version, ...columns.map((column) => set[column])],
  );
  const [row] = rows;
  if (!row) throw new StaleVersion('The record was changed after it was read.', 'version');
  return row.version;
}
