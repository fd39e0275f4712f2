import type { Caller } from '@jingzhun/access';
import { Database, once } from '@jingzhun/database';
import type { Answer } from '@jingzhun/identification-rules';
import { Inject, Injectable } from '@nestjs/common';
import { RunningCampaign } from '../campaign/running-campaign';
import { CaseService } from '../case/case.service';
import type { HouseholdRow } from '../household/household.entity';
import { HouseholdRepository } from '../household/household.repository';
import { ScoreSheetRepository } from './score-sheet.repository';
import { scoreSheet } from './score-sheet.rules';

export interface RecordScoreSheet {
  key: string;
  householdId: string;
  version: number;
  formVersion: string;
  answers: Answer[];
}

const stage = 'scoring';

@Injectable()
export class ScoreSheetService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RunningCampaign) private readonly campaign: RunningCampaign,
    @Inject(CaseService) private readonly cases: CaseService,
    @Inject(ScoreSheetRepository) private readonly sheets: ScoreSheetRepository,
    @Inject(HouseholdRepository) private readonly households: HouseholdRepository,
  ) {}

  async record(caller: Caller, { key, ...asked }: RecordScoreSheet): Promise<HouseholdRow> {
    const profile = await this.campaign.profile();
    return this.database.transaction(caller, (tx) =>
      once(tx, { accountId: caller.accountId, key, payload: asked }, async () => {
        const scored = scoreSheet(profile.form, asked.formVersion, asked.answers);
        const { cases, at } = await this.cases.lockForStep(tx, stage, [asked]);
        const { areaCode, round } = cases[0]!;
        const { householdId, formVersion, answers } = asked;
        const recorded = { recordedAt: at, recordedBy: caller.personId };
        await this.sheets.add(tx, { householdId, areaCode, round, formVersion, answers, ...recorded, ...scored });
        const origin = { actor: caller.accountId, correlation: caller.requestId };
        await this.cases.complete(tx, { profile, stage, origin, at }, [householdId]);
        return this.households.get(tx, householdId);
      }),
    );
  }
}
