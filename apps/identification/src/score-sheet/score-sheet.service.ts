import type { Caller } from '@jingzhun/access';
import { Database, once } from '@jingzhun/database';
import type { Answer } from '@jingzhun/identification-rules';
import { Inject, Injectable } from '@nestjs/common';
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

@Injectable()
export class ScoreSheetService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CaseService) private readonly cases: CaseService,
    @Inject(ScoreSheetRepository) private readonly sheets: ScoreSheetRepository,
    @Inject(HouseholdRepository) private readonly households: HouseholdRepository,
  ) {}

  async record(caller: Caller, { key, ...asked }: RecordScoreSheet): Promise<HouseholdRow> {
    return this.database.transaction(caller, (tx) =>
      once(tx, { accountId: caller.accountId, key, payload: asked }, async () => {
        const { cases, at } = await this.cases.lockForStep(tx, 'scoring', [asked]);
        const { areaCode, round, profile } = cases[0]!;
        const scored = scoreSheet(profile.form!, asked.formVersion, asked.answers);
        const { householdId, formVersion, answers } = asked;
        const recorded = { recordedAt: at, recordedBy: caller.personId };
        await this.sheets.add(tx, { householdId, areaCode, round, formVersion, answers, ...recorded, ...scored });
        const origin = { actor: caller.accountId, correlation: caller.requestId };
        await this.cases.completeAll(tx, cases, { origin, at });
        return this.households.get(tx, householdId);
      }),
    );
  }
}
