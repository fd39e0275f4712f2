import type { Caller } from '@jingzhun/access';
import { Database, once } from '@jingzhun/database';
import { freezeLine, scenarioTable, type FrozenLine, type ScenarioTable } from '@jingzhun/identification-rules';
import { NotFound } from '@jingzhun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { CampaignRepository } from '../campaign/campaign.repository';
import { RunningCampaign } from '../campaign/running-campaign';
import { CaseService } from '../case/case.service';
import type { ScoreLineProposalRow } from './score-line-proposal.entity';
import type { ScoreLineRow } from './score-line.entity';
import { LineNotFrozen } from './score-line.errors';
import { ScoreLineRepository } from './score-line.repository';
import { assertQuota, assertReason, assertUndecided, assertWholeCounty, ruleOf } from './score-line.rules';

export interface ProposeScoreLine {
  key: string;
  line: number;
  quota: number;
  reason: string;
  mayLeaveOpen: boolean;
}

export interface DecideScoreLine {
  key: string;
  proposalId: string;
  version: number;
  approve: boolean;
}

/** The county's line between the poor households and the others. */
@Injectable()
export class ScoreLineService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CampaignRepository) private readonly campaigns: CampaignRepository,
    @Inject(RunningCampaign) private readonly campaign: RunningCampaign,
    @Inject(CaseService) private readonly cases: CaseService,
    @Inject(ScoreLineRepository) private readonly lines: ScoreLineRepository,
  ) {}

  async table(caller: Caller, quota: number, lines: readonly number[] | null): Promise<ScenarioTable> {
    assertQuota(quota);
    const rule = ruleOf((await this.campaign.profile()).line);
    return this.database.read(caller, async (tx) => {
      await this.assertWholeCounty(tx, caller);
      return scenarioTable(rule, quota, await this.lines.cases(tx), null, lines);
    });
  }

  newest(caller: Caller): Promise<ScoreLineRow | null> {
    return this.database.read(caller, (tx) => this.lines.newest(tx));
  }

  all(caller: Caller): Promise<ScoreLineRow[]> {
    return this.database.read(caller, (tx) => this.lines.all(tx));
  }

  proposals(caller: Caller): Promise<ScoreLineProposalRow[]> {
    return this.database.read(caller, (tx) => this.lines.proposals(tx));
  }

  propose(caller: Caller, { key, ...asked }: ProposeScoreLine): Promise<ScoreLineProposalRow> {
    return this.database.transaction(caller, (tx) =>
      once(tx, { accountId: caller.accountId, key, payload: asked }, async () => {
        assertQuota(asked.quota);
        assertReason(asked.reason);
        await this.assertWholeCounty(tx, caller);
        return this.lines.addProposal(tx, {
          ...asked,
          id: randomUUID(),
          version: 1,
          state: 'proposed',
          proposedBy: caller.accountId,
          proposedAt: await this.cases.moment(tx),
          decidedBy: null,
          decidedAt: null,
        });
      }),
    );
  }

  /** Approved, the line is frozen on the figures of this moment. Answers the proposal as it was decided. */
  async decide(caller: Caller, { key, ...asked }: DecideScoreLine): Promise<ScoreLineProposalRow> {
    const rule = ruleOf((await this.campaign.profile()).line);
    return this.database.transaction(caller, (tx) =>
      once(tx, { accountId: caller.accountId, key, payload: asked }, async () => {
        await this.assertWholeCounty(tx, caller);
        const proposal = await this.lines.lockProposal(tx, asked.proposalId);
        assertUndecided(proposal, asked.version);
        const at = await this.cases.moment(tx);
        if (asked.approve) {
          const { quota, line } = proposal;
          const table = scenarioTable(rule, quota, await this.lines.cases(tx), null, [line]);
          const before = await this.lines.newest(tx);
          const frozen = freezeLine(
            table,
            {
              line,
              reason: proposal.reason,
              proposedBy: proposal.proposedBy,
              approvedBy: caller.accountId,
              approvedAt: at.toISOString(),
            },
            before && asFrozen(before),
            proposal.mayLeaveOpen,
          );
          if (!frozen.ok) throw new LineNotFrozen(frozen.problems);
          await this.lines.add(tx, proposal.id, frozen.line);
        }
        const state = asked.approve ? 'approved' : 'refused';
        return this.lines.decideProposal(tx, proposal, { state, decidedBy: caller.accountId, decidedAt: at });
      }),
    );
  }

  private async assertWholeCounty(tx: EntityManager, caller: Caller): Promise<void> {
    const campaign = await this.campaigns.find(tx);
    if (!campaign) throw new NotFound('There is no campaign.', 'key');
    assertWholeCounty(caller.areas, campaign.areaCode);
  }
}

function asFrozen(row: ScoreLineRow): FrozenLine {
  return { ...row, approvedAt: row.approvedAt.toISOString() };
}
