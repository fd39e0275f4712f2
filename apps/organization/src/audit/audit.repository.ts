import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Something that must be provable later. Ids only: no login, name, number, password or token. */
export interface AuditEntry {
  at: Date;
  action: 'sign-in' | 'activate-account' | 'refresh-session' | 'sign-out' | 'change-password' | 'see-phone';
  outcome: string;
  /** Whose account acted or was tried; absent when there is none of that login. */
  accountId?: string;
  subjectId?: string;
  requestId: string;
}

/** The audit table only grows; its trigger refuses every change, the owner's included. */
@Injectable()
export class AuditRepository {
  async record(tx: EntityManager, { at, action, outcome, accountId, subjectId, requestId }: AuditEntry): Promise<void> {
    await tx.query(
      `INSERT INTO audit_entry (at, action, outcome, account_id, subject_id, request_id) VALUES ($1, $2, $3, $4, $5, $6)`,
      [at, action, outcome, accountId ?? null, subjectId ?? null, requestId],
    );
  }
}
