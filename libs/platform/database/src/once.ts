import { createHash } from 'node:crypto';
import { KeyReused } from '@jingzhun/kernel';
import type { EntityManager } from 'typeorm';

/** One request of one account: the same key with the same payload is the same request. */
export interface OnceRequest {
  accountId: string;
  key: string;
  /** What was asked, without the key. Compared by its JSON text. */
  payload: unknown;
}

/**
 * Does `work` once per account and key, in the transaction that also stores its answer. A repetition gets the stored answer
 * (instants come back as ISO text); one that arrives while the first is under way waits for it.
 *
 * Needs the table made by `createOnceTable`.
 * @throws KeyReused when the key came before with another payload.
 */
export async function once<Answer>(
  tx: EntityManager,
  request: OnceRequest,
  work: () => Promise<Answer>,
): Promise<Answer> {
  const hash = createHash('sha256').update(JSON.stringify(request.payload)).digest('hex');
  const inserted = await tx.query<{ key: string }[]>(
    `INSERT INTO idempotency_key (account_id, key, request_hash) VALUES ($1, $2, $3)
     ON CONFLICT (account_id, key) DO NOTHING RETURNING key`,
    [request.accountId, request.key, hash],
  );
  if (inserted.length === 0) return stored<Answer>(tx, request, hash);
  const answer = await work();
  await tx.query(`UPDATE idempotency_key SET answer = $3 WHERE account_id = $1 AND key = $2`, [
    request.accountId,
    request.key,
    JSON.stringify(answer ?? null),
  ]);
  return answer;
}

async function stored<Answer>(tx: EntityManager, request: OnceRequest, hash: string): Promise<Answer> {
  const [row] = await tx.query<{ request_hash: string; answer: Answer }[]>(
    `SELECT request_hash, answer FROM idempotency_key WHERE account_id = $1 AND key = $2`,
    [request.accountId, request.key],
  );
  if (!row || row.request_hash !== hash) throw new KeyReused('This key was used for another request.', 'key');
  return row.answer;
}

/** The statements that make the table `once` needs; for a service's first migration. */
export const createOnceTable = `
  CREATE TABLE idempotency_key (
    account_id text NOT NULL,
    key text NOT NULL,
    request_hash text NOT NULL,
    answer jsonb,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (account_id, key)
  )`;
