import type { Caller } from '@jingzhun/access';
import { Database, once } from '@jingzhun/database';
import { decideLead, notifyOfLead, replyToLead, vetoFromLead, type Lead } from '@jingzhun/identification-rules';
import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { CaseLock, type LockedCase } from '../case/case-lock';
import { evidenceOf, type GivenEvidence } from '../veto/veto.rules';
import { VetoService } from '../veto/veto.service';
import { leadOf, LeadRepository, type LeadRow } from './lead.repository';
import { accepted, assertReply, leadRuleOf } from './lead.rules';

export interface LeadStep {
  key: string;
  leadId: string;
  version: number;
}

export interface RecordLeadReply extends LeadStep {
  reply: string;
}

export interface DecideLead extends LeadStep {
  outcome: 'confirmed' | 'cleared';
  reason: string;
  evidence: GivenEvidence[];
}

interface StandingLead extends LockedCase {
  tx: EntityManager;
  row: LeadRow;
  lead: Lead;
}

/** A lead is told to the household, answered by it, and decided by a person; only then may a veto be proposed. */
@Injectable()
export class LeadService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CaseLock) private readonly lock: CaseLock,
    @Inject(LeadRepository) private readonly leads: LeadRepository,
    @Inject(VetoService) private readonly vetoes: VetoService,
  ) {}

  /** The household's right of reply begins to run. */
  notify(caller: Caller, asked: LeadStep): Promise<LeadRow> {
    return this.during(caller, asked, ({ tx, lead, profile, at }) =>
      this.leads.save(tx, accepted(notifyOfLead(lead, leadRuleOf(profile), profile.calendar, at))),
    );
  }

  reply(caller: Caller, asked: RecordLeadReply): Promise<LeadRow> {
    assertReply(asked.reply);
    return this.during(caller, asked, ({ tx, lead, at }) =>
      this.leads.save(tx, accepted(replyToLead(lead, at)), { reply: asked.reply }),
    );
  }

  /** Confirmed, it is the ground of a proposal by the rule that its source speaks for, unless one is in force already. */
  decide(caller: Caller, { outcome, reason, evidence, ...asked }: DecideLead): Promise<LeadRow> {
    return this.during(
      caller,
      { ...asked, outcome, reason, evidence },
      async ({ tx, row, lead, profile, at, household }) => {
        const rules = profile.vetoes ?? [];
        const rule = outcome === 'confirmed' ? rules.find(({ source }) => source === lead.source) : undefined;
        const shown = evidenceOf(rule, evidence);
        const decision = { decisionId: randomUUID(), outcome, by: caller.personId, at, reason, evidence: shown };
        const decided = accepted(decideLead(lead, decision));
        const veto = outcome === 'confirmed' ? vetoFromLead(rules, decided, randomUUID()) : undefined;
        const proposed = veto && (await this.vetoes.proposeFromLead(tx, veto, household));
        const to = { id: row.id, areaCode: row.areaCode, by: caller.personId };
        await this.vetoes.attachEvidence(tx, { ...to, subject: 'lead' }, evidence);
        return this.leads.save(tx, decided, { vetoId: proposed?.id ?? null });
      },
    );
  }

  private during<Asked extends LeadStep>(
    caller: Caller,
    { key, ...asked }: Asked,
    work: (standing: StandingLead) => Promise<LeadRow>,
  ): Promise<LeadRow> {
    return this.database.transaction(caller, (tx) =>
      once(tx, { accountId: caller.accountId, key, payload: asked }, async () => {
        const row = await this.leads.lockAt(tx, asked.leadId, asked.version);
        const standing = await this.lock.one(tx, row.householdId);
        return work({ ...standing, tx, row, lead: leadOf(row) });
      }),
    );
  }
}
