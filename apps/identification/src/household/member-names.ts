import type { EntityManager } from 'typeorm';

/** The names of members by their ids. */
export async function memberNames(tx: EntityManager, memberIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; name: string }[]>(`SELECT id, name FROM member WHERE id = ANY ($1)`, [
    memberIds,
  ]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
