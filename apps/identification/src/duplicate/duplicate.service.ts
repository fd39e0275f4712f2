import type { Caller } from '@jingzhun/access';
import { Database, once } from '@jingzhun/database';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ChangeRequestService } from '../change-request/change-request.service';
import type { DuplicateLeadRow } from './duplicate.entity';
import { DuplicateRepository, type DuplicateDecision } from './duplicate.repository';
import { removalBy, type DuplicateVerdict } from './duplicate.rules';

export interface DecideDuplicate extends DuplicateVerdict {
  key: string;
  leadId: string;
}

/** What people say about two members who may be one. Nobody is taken out here: that is a change request. */
@Injectable()
export class DuplicateService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DuplicateRepository) private readonly leads: DuplicateRepository,
    @Inject(ChangeRequestService) private readonly requests: ChangeRequestService,
  ) {}

  /** @throws NotFound, StaleVersion, LeadDecided, InvalidInput, HeadMayNotLeave, KeyReused */
  decide(caller: Caller, { key, ...asked }: DecideDuplicate): Promise<DuplicateLeadRow> {
    return this.database.transaction(caller, async (tx) => {
      await once(tx, { accountId: caller.accountId, key, payload: asked }, async () => {
        const lead = await this.leads.lock(tx, asked.leadId);
        const decision = await this.decisionOn(tx, caller, lead, asked);
        await this.leads.decide(tx, lead, decision, caller, new Date());
      });
      return this.leads.lock(tx, asked.leadId);
    });
  }

  private async decisionOn(
    tx: EntityManager,
    caller: Caller,
    lead: DuplicateLeadRow,
    asked: DuplicateVerdict,
  ): Promise<DuplicateDecision> {
    const sides = await this.leads.sides(tx, lead);
    const leaving = removalBy(lead, await this.leads.requestState(tx, lead), sides, asked);
    const reason = asked.reason.trim();
    if (!leaving) return { state: 'differentPeople', reason };
    const changeRequestId = await this.requests.add(tx, caller, {
      change: {
        kind: 'memberRemoved',
        householdId: leaving.householdId,
        memberId: leaving.memberId,
        cause: 'duplicate',
      },
      reason,
      evidence: `duplicate lead ${lead.id}`,
    });
    return { state: 'samePerson', reason, keeperHouseholdId: asked.keeperHouseholdId ?? undefined, changeRequestId };
  }
}
