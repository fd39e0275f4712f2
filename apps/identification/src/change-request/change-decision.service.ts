import type { Caller } from '@jingzhun/access';
import { Database, once } from '@jingzhun/database';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AreaRepository } from '../area/area.repository';
import { ChangeApproval } from './change-approval';
import type { ChangeRequestRow } from './change-request.entity';
import { ChangeRequestRepository } from './change-request.repository';
import { assertMayDecide, type Decision } from './change-request.rules';

export interface DecideChangeRequest extends Decision {
  key: string;
  changeRequestId: string;
}

/** Deciding what somebody else asked for; what is approved is carried out in the same transaction. */
@Injectable()
export class ChangeDecisionService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AreaRepository) private readonly areas: AreaRepository,
    @Inject(ChangeRequestRepository) private readonly requests: ChangeRequestRepository,
    @Inject(ChangeApproval) private readonly approval: ChangeApproval,
  ) {}

  /** @throws whatever `assertMayDecide` and `ChangeApproval.carryOut` throw, NotFound, KeyReused */
  decide(caller: Caller, { key, ...asked }: DecideChangeRequest): Promise<ChangeRequestRow> {
    return this.database.transaction(caller, async (tx) => {
      await this.areas.keep(tx);
      await once(tx, { accountId: caller.accountId, key, payload: asked }, async () => {
        const request = await this.requests.lock(tx, asked.changeRequestId);
        assertMayDecide(request, asked, caller);
        await this.end(tx, caller, request, asked);
      });
      return this.requests.get(tx, asked.changeRequestId);
    });
  }

  private async end(tx: EntityManager, caller: Caller, request: ChangeRequestRow, asked: Decision): Promise<void> {
    const note = asked.note?.trim() || null;
    if (!asked.approve) return this.requests.end(tx, request, { state: 'declined', note }, caller, new Date());
    const { at, ...done } = await this.approval.carryOut(tx, caller, request);
    return this.requests.end(tx, request, { state: 'approved', note, ...done }, caller, at);
  }
}
