import { randomUUID } from 'node:crypto';
import type { Caller } from '@jingzhun/access';
import { guardedUpdate } from '@jingzhun/database';
import { NotFound } from '@jingzhun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ClockRow } from '../clock/clock.entity';
import { ExtensionRow } from './extension.entity';
import { ExtensionDecided } from './extension.errors';

@Injectable()
export class ExtensionRepository {
  /** @throws NotFound when there is no such request in the caller's area. */
  async get(tx: EntityManager, id: string): Promise<ExtensionRow> {
    const row = await tx.getRepository(ExtensionRow).findOneBy({ id });
    if (!row) throw new NotFound('There is no such request in your area.', 'extensionId');
    return row;
  }

  ofClock(tx: EntityManager, clockId: string): Promise<ExtensionRow[]> {
    return tx.getRepository(ExtensionRow).findBy({ clockId });
  }

  async add(
    tx: EntityManager,
    extension: Pick<ExtensionRow, 'clockId' | 'areaCode' | 'reason' | 'dueAt' | 'askedAt'>,
    caller: Caller,
  ): Promise<ExtensionRow> {
    const id = randomUUID();
    const { accountId: askedBy, personId: askedByPerson } = caller;
    await tx.getRepository(ExtensionRow).insert({ ...extension, id, askedBy, askedByPerson });
    return this.get(tx, id);
  }

  /**
   * Decides a request that nobody has decided.
   * @throws ExtensionDecided
   */
  async decide(
    tx: EntityManager,
    id: string,
    decision: { granted: boolean; note: string | null; at: Date },
    caller: Caller,
  ): Promise<ExtensionRow> {
    const [, decided] = await tx.query<[unknown, number]>(
      `UPDATE extension SET decision = $2, note = $3, decided_at = $4, decided_by = $5, decided_by_person = $6
        WHERE id = $1 AND decision IS NULL`,
      [id, decision.granted ? 'granted' : 'refused', decision.note, decision.at, caller.accountId, caller.personId],
    );
    if (decided !== 1) throw new ExtensionDecided('This request has been decided.', 'extensionId');
    return this.get(tx, id);
  }

  /**
   * Moves the deadline of a clock and answers its new version.
   * @throws StaleVersion
   */
  move(tx: EntityManager, clock: ClockRow, times: { remindAt: Date; dueAt: Date }): Promise<number> {
    return guardedUpdate(tx, 'clock', clock.id, clock.version, { remind_at: times.remindAt, due_at: times.dueAt });
  }
}
