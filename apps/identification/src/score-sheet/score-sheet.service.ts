import type { Caller } from '@jingzhun/access';
import { Database, once } from '@jingzhun/database';
import { Inject, Injectable } from '@nestjs/common';
import { CaseService } from '../case/case.service';
import type { HouseholdRow } from '../household/household.entity';
import { HouseholdRepository } from '../household/household.repository';
import { SheetFilling, type GivenSheet } from './sheet-filling';

export interface RecordScoreSheet extends GivenSheet {
  key: string;
  householdId: string;
  version: number;
}

@Injectable()
export class ScoreSheetService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CaseService) private readonly cases: CaseService,
    @Inject(SheetFilling) private readonly filling: SheetFilling,
    @Inject(HouseholdRepository) private readonly households: HouseholdRepository,
  ) {}

  /** Takes the facts that are still wanted; levels, points and total follow from all that is known. */
  async record(caller: Caller, { key, ...asked }: RecordScoreSheet): Promise<HouseholdRow> {
    return this.database.transaction(caller, (tx) =>
      once(tx, { accountId: caller.accountId, key, payload: asked }, async () => {
        const { cases, at } = await this.cases.lockForStep(tx, 'scoring', [asked]);
        await this.filling.fill(tx, cases[0]!, asked, { caller, at });
        const origin = { actor: caller.accountId, correlation: caller.requestId };
        await this.cases.completeAll(tx, cases, { origin, at });
        return this.households.get(tx, asked.householdId);
      }),
    );
  }
}
