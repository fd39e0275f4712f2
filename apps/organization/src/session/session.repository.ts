import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PresentedToken } from './session.rules';

/** The open transaction, for a service that passes it on. */
export type Transaction = EntityManager;

export interface FoundToken extends PresentedToken {
  sessionId: string;
  accountId: string;
}

interface TokenRow {
  expires_at: Date;
  exchanged_at: Date | null;
  session_id: string;
  account_id: string;
  started_at: Date;
  ended_at: Date | null;
  disabled_at: Date | null;
  sessions_over_at: Date | null;
}

/** Sessions and their refresh tokens, which are known by their hashes only. */
@Injectable()
export class SessionRepository {
  async start(tx: EntityManager, accountId: string, startedAt: Date): Promise<string> {
    const id = randomUUID();
    await tx.query(`INSERT INTO session (id, account_id, started_at) VALUES ($1, $2, $3)`, [id, accountId, startedAt]);
    return id;
  }

  async addToken(tx: EntityManager, sessionId: string, tokenHash: Buffer, expiresAt: Date): Promise<void> {
    await tx.query(`INSERT INTO refresh_token (token_hash, session_id, expires_at) VALUES ($1, $2, $3)`, [
      tokenHash,
      sessionId,
      expiresAt,
    ]);
  }

  /** The token with its session, which is held until the transaction ends: of two exchanges at once one is the second. */
  async hold(tx: EntityManager, tokenHash: Buffer): Promise<FoundToken | undefined> {
    await tx.query(
      `SELECT FROM session WHERE id = (SELECT session_id FROM refresh_token WHERE token_hash = $1) FOR UPDATE`,
      [tokenHash],
    );
    const [row] = await tx.query<TokenRow[]>(
      `SELECT expires_at, exchanged_at, session_id, account_id, started_at, ended_at, disabled_at, sessions_over_at
         FROM refresh_token JOIN session ON session.id = session_id JOIN account ON account.id = account_id
        WHERE token_hash = $1`,
      [tokenHash],
    );
    return row && found(row);
  }

  async markExchanged(tx: EntityManager, tokenHash: Buffer, at: Date): Promise<void> {
    await tx.query(`UPDATE refresh_token SET exchanged_at = $2 WHERE token_hash = $1`, [tokenHash, at]);
  }

  async end(tx: EntityManager, sessionId: string, at: Date): Promise<void> {
    await tx.query(`UPDATE session SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL`, [sessionId, at]);
  }

  /** Ends the session of a token if it is the account's; answers whether there was one. */
  async endByToken(tx: EntityManager, accountId: string, tokenHash: Buffer, at: Date): Promise<boolean> {
    const [rows] = await tx.query<[unknown[], number]>(
      `UPDATE session SET ended_at = $3 WHERE account_id = $1 AND ended_at IS NULL
          AND id = (SELECT session_id FROM refresh_token WHERE token_hash = $2) RETURNING id`,
      [accountId, tokenHash, at],
    );
    return rows.length > 0;
  }
}

function found(row: TokenRow): FoundToken {
  return {
    sessionId: row.session_id,
    accountId: row.account_id,
    expiresAt: row.expires_at,
    exchangedAt: row.exchanged_at,
    session: { startedAt: row.started_at, endedAt: row.ended_at },
    account: { disabledAt: row.disabled_at, sessionsOverAt: row.sessions_over_at },
  };
}
