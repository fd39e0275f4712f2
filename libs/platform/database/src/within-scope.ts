import type { EntityManager } from 'typeorm';
import { scopeSetting, type Scope } from './scope';

/**
 * Does `work` within another scope than the transaction's own and comes back to that: for a machine's look or number that takes
 * the whole county inside one person's decision, so that both are stored or neither is. Nothing that was seen may be answered.
 */
export async function withinScope<T>(tx: EntityManager, scope: Scope, work: () => Promise<T>): Promise<T> {
  const [before] = await tx.query<{ own: string | null }[]>(`SELECT current_setting('jingzhun.scope', true) AS own`);
  const take = (setting: string) => tx.query(`SELECT set_config('jingzhun.scope', $1, true)`, [setting]);
  const comeBack = () => take(before?.own ?? '');
  await take(scopeSetting(scope));
  try {
    const answer = await work();
    await comeBack();
    return answer;
  } catch (error) {
    // In a transaction that has failed nothing can be set, and nothing more be seen.
    await comeBack().catch(() => undefined);
    throw error;
  }
}
