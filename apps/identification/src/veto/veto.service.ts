import type { Caller } from '@jingzhun/access';
import { Database, once } from '@jingzhun/database';
import type { Profile, Veto } from '@jingzhun/identification-rules';
import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { CaseLock } from '../case/case-lock';
import { VetoEvidence } from './veto-evidence';
import { VetoRefused } from './veto.errors';
import { VetoRepository, type VetoRow } from './veto.repository';
import { evidenceOf, noted, proposed, shownState, type GivenEvidence } from './veto.rules';

export interface ProposeVeto {
  key: string;
  householdId: string;
  rule: string;
  reason: string;
  evidence: GivenEvidence[];
  /** `YYYY-MM-DD` */
  assetAcquiredOn?: string | null;
}

/** A group's or village's meeting that takes note. */
export interface NotingMeeting {
  sittingId: string;
  kind: 'group' | 'village';
  profile: Pick<Profile, 'stages'>;
  at: Date;
}

/** 一票否决: proposed by the team or from a lead, and noted by the meetings. */
@Injectable()
export class VetoService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CaseLock) private readonly lock: CaseLock,
    @Inject(VetoRepository) private readonly vetoes: VetoRepository,
    @Inject(VetoEvidence) private readonly evidence: VetoEvidence,
  ) {}

  propose(caller: Caller, { key, ...asked }: ProposeVeto): Promise<VetoRow> {
    return this.database.transaction(caller, (tx) =>
      once(tx, { accountId: caller.accountId, key, payload: asked }, async () => {
        const { household, profile, at } = await this.lock.one(tx, asked.householdId);
        const rules = profile.vetoes ?? [];
        const evidence = evidenceOf(
          rules.find(({ key: rule }) => rule === asked.rule),
          asked.evidence,
        );
        const veto = proposed(rules, {
          id: randomUUID(),
          rule: asked.rule,
          reason: asked.reason,
          evidence,
          proposedBy: caller.personId,
          proposedAt: at.toISOString(),
          ...(asked.assetAcquiredOn && { assetAcquiredOn: asked.assetAcquiredOn }),
        });
        const row = await this.add(tx, veto, household);
        await this.evidence.attach(
          tx,
          { subject: 'veto', id: row.id, areaCode: row.areaCode, by: caller.personId },
          asked.evidence,
        );
        return row;
      }),
    );
  }

  /**
   * What follows when a person has confirmed a lead: a proposal, and never more. Answers the veto, or undefined when one by that
   * rule is in force already.
   */
  async proposeFromLead(
    tx: EntityManager,
    veto: Omit<Veto, 'steps'>,
    household: { id: string; areaCode: string },
  ): Promise<VetoRow | undefined> {
    const proposal = { ...veto, steps: [], householdId: household.id, areaCode: household.areaCode };
    return (await this.vetoes.add(tx, proposal)) ? { ...proposal, version: 1, state: shownState(proposal) } : undefined;
  }

  /**
   * A meeting takes note of what is proposed against the households it confirmed, in the meeting's own transaction: the group's
   * first, then the village's. The caller has locked the households. Answers the ids of the vetoes that went on.
   */
  async note(
    tx: EntityManager,
    { sittingId, kind, profile, at }: NotingMeeting,
    householdIds: readonly string[],
  ): Promise<string[]> {
    const waiting = await this.vetoes.lockToNote(tx, householdIds);
    const changed = waiting.flatMap((veto) => noted(veto, kind, sittingId, profile, at) ?? []);
    await this.vetoes.save(tx, changed);
    return changed.map(({ id }) => id);
  }

  private async add(
    tx: EntityManager,
    veto: Veto,
    { id, areaCode }: { id: string; areaCode: string },
  ): Promise<VetoRow> {
    const proposal = { ...veto, householdId: id, areaCode };
    if (!(await this.vetoes.add(tx, proposal)))
      throw new VetoRefused('VETO_PROPOSED_ALREADY', 'one by this rule is in force', 'rule');
    return { ...proposal, version: 1, state: shownState(proposal) };
  }
}
