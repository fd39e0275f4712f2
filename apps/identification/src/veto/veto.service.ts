import type { Caller } from '@jingzhun/access';
import { Database, once } from '@jingzhun/database';
import type { Profile, Veto } from '@jingzhun/identification-rules';
import { NotFound } from '@jingzhun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { CampaignRepository } from '../campaign/campaign.repository';
import { CaseLock } from '../case/case-lock';
import { CaseService } from '../case/case.service';
import { StoredFileService } from '../stored-file/stored-file.service';
import { VetoRefused } from './veto.errors';
import { VetoRepository, type VetoRow } from './veto.repository';
import {
  after,
  assertAuditor,
  assertBatch,
  evidenceOf,
  filesIn,
  noted,
  proposed,
  shownState,
  type GivenEvidence,
} from './veto.rules';

export interface ProposeVeto {
  key: string;
  householdId: string;
  rule: string;
  reason: string;
  evidence: GivenEvidence[];
  /** `YYYY-MM-DD` */
  assetAcquiredOn?: string | null;
}

export interface LetVetoesStand {
  key: string;
  vetoIds: string[];
}

export interface VerifyVetoLift {
  key: string;
  vetoId: string;
  version: number;
  /** One of the listed reasons. */
  reason: string;
  evidence: GivenEvidence[];
}

export interface DecideVetoLift extends VerifyVetoLift {
  lift: boolean;
}

/** A group's or village's meeting that takes note. */
export interface NotingMeeting {
  sittingId: string;
  kind: 'group' | 'village';
  profile: Pick<Profile, 'stages'>;
  at: Date;
}

/** 一票否决: proposed by the team, noted by the meetings, confirmed by the township; lifted by two people. */
@Injectable()
export class VetoService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CampaignRepository) private readonly campaigns: CampaignRepository,
    @Inject(CaseLock) private readonly lock: CaseLock,
    @Inject(CaseService) private readonly cases: CaseService,
    @Inject(VetoRepository) private readonly vetoes: VetoRepository,
    @Inject(StoredFileService) private readonly files: StoredFileService,
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
        await this.attachEvidence(tx, proofOf(row, caller.personId), asked.evidence);
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

  /** The township confirms vetoes that both meetings know of, all or none. */
  stand(caller: Caller, { key, ...asked }: LetVetoesStand): Promise<{ vetoes: VetoRow[] }> {
    assertBatch(asked.vetoIds);
    return this.database.transaction(caller, (tx) =>
      once(tx, { accountId: caller.accountId, key, payload: asked }, async () => {
        const rows = await this.vetoes.lock(tx, asked.vetoIds);
        const at = (await this.cases.moment(tx)).toISOString();
        const changed = rows.map((row) => after(row, { step: 'stand', by: caller.personId, at }, 'vetoIds'));
        await this.vetoes.save(tx, changed);
        return { vetoes: await this.vetoes.byIds(tx, asked.vetoIds) };
      }),
    );
  }

  /** The first of the two who lift a veto. */
  verifyLift(caller: Caller, { key, ...asked }: VerifyVetoLift): Promise<VetoRow> {
    return this.database.transaction(caller, (tx) =>
      once(tx, { accountId: caller.accountId, key, payload: asked }, async () => {
        const row = await this.vetoes.lockAt(tx, asked.vetoId, asked.version);
        const at = (await this.cases.moment(tx)).toISOString();
        const grounds = { reason: asked.reason, evidence: evidenceOf(undefined, asked.evidence) };
        await this.vetoes.save(tx, [after(row, { step: 'verify-lift', by: caller.personId, at, ...grounds })]);
        await this.attachEvidence(tx, proofOf(row, caller.personId), asked.evidence);
        return this.vetoes.get(tx, row.id);
      }),
    );
  }

  /** The second: the county's auditor, who is another person. A lifted veto stays on record. */
  decideLift(caller: Caller, { key, ...asked }: DecideVetoLift): Promise<VetoRow> {
    return this.database.transaction(caller, (tx) =>
      once(tx, { accountId: caller.accountId, key, payload: asked }, async () => {
        const campaign = await this.campaigns.find(tx);
        if (!campaign) throw new NotFound('There is no campaign.', 'vetoId');
        assertAuditor(caller.areas, campaign.areaCode);
        const row = await this.vetoes.lockAt(tx, asked.vetoId, asked.version);
        const at = (await this.cases.moment(tx)).toISOString();
        const evidence = evidenceOf(undefined, asked.evidence);
        const { personId: by } = caller;
        const { reason } = asked;
        const step = asked.lift
          ? { step: 'lift' as const, by, at, reason, evidence }
          : { step: 'refuse-lift' as const, by, at, reason };
        await this.vetoes.save(tx, [after(row, step)]);
        await this.attachEvidence(tx, proofOf(row, by), asked.evidence);
        return this.vetoes.get(tx, row.id);
      }),
    );
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

  /** Files among what shows the grounds; a paper that lies elsewhere has none. */
  async attachEvidence(
    tx: EntityManager,
    to: { subject: 'veto' | 'lead'; id: string; areaCode: string; by: string },
    evidence: readonly GivenEvidence[],
  ): Promise<void> {
    const { photo, document } = filesIn(evidence);
    await this.files.attach(tx, photo, { ...to, field: 'evidence' }, 'photo');
    await this.files.attach(tx, document, { ...to, field: 'evidence' }, 'document');
  }
}

function proofOf({ id, areaCode }: VetoRow, by: string) {
  return { subject: 'veto' as const, id, areaCode, by };
}
