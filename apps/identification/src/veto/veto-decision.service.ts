import type { Caller } from '@jingzhun/access';
import { Database, once } from '@jingzhun/database';
import { NotFound } from '@jingzhun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { CampaignRepository } from '../campaign/campaign.repository';
import { CaseService } from '../case/case.service';
import { VetoEvidence } from './veto-evidence';
import { VetoRepository, type VetoRow } from './veto.repository';
import { after, assertAuditor, assertBatch, evidenceOf, type GivenEvidence } from './veto.rules';

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

/** Vetoes are confirmed by the township, and lifted by two people: the township and the county's auditor. */
@Injectable()
export class VetoDecisionService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CampaignRepository) private readonly campaigns: CampaignRepository,
    @Inject(CaseService) private readonly cases: CaseService,
    @Inject(VetoRepository) private readonly vetoes: VetoRepository,
    @Inject(VetoEvidence) private readonly evidence: VetoEvidence,
  ) {}

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
        await this.evidence.attach(
          tx,
          { subject: 'veto', id: row.id, areaCode: row.areaCode, by: caller.personId },
          asked.evidence,
        );
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
        await this.evidence.attach(tx, { subject: 'veto', id: row.id, areaCode: row.areaCode, by: by }, asked.evidence);
        return this.vetoes.get(tx, row.id);
      }),
    );
  }
}
