import type { Caller } from '@jingzhun/access';
import { Database, once } from '@jingzhun/database';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CaseService } from '../case/case.service';
import { ScoreSheetRepository } from '../score-sheet/score-sheet.repository';
import { VetoRepository } from '../veto/veto.repository';
import { vetoedByHousehold } from '../veto/veto.rules';
import type { DoubleEntryRow } from './double-entry.entity';
import { DoubleEntryRepository } from './double-entry.repository';
import { assertOnRecord, settledValue, type OnRecord, type Settlement } from './double-entry.rules';

export interface SettleEntryDifference extends Settlement {
  key: string;
  differenceId: string;
  version: number;
}

/** A third person says what stands where two clerks differ. */
@Injectable()
export class EntrySettlementService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CaseService) private readonly cases: CaseService,
    @Inject(ScoreSheetRepository) private readonly sheets: ScoreSheetRepository,
    @Inject(VetoRepository) private readonly vetoes: VetoRepository,
    @Inject(DoubleEntryRepository) private readonly checks: DoubleEntryRepository,
  ) {}

  /** One difference at a time, by a person who entered neither value; the entry is corrected where another value stands. */
  settle(caller: Caller, { key, ...asked }: SettleEntryDifference): Promise<DoubleEntryRow> {
    return this.database.transaction(caller, async (tx) => {
      const householdId = await once(tx, { accountId: caller.accountId, key, payload: asked }, async () => {
        const { difference, clerks } = await this.checks.lockDifference(tx, asked.differenceId);
        const { householdId } = difference;
        const stands = settledValue({ ...difference, missing: null, clerks }, difference, asked, caller);
        assertOnRecord(difference, stands, await this.onRecord(tx, householdId));
        const decision = {
          at: await this.cases.moment(tx),
          personId: caller.personId,
          reason: asked.reason.trim(),
        };
        await this.checks.settle(tx, difference, stands, decision);
        await this.checks.correct(tx, difference, stands, decision);
        return householdId;
      });
      return this.checks.get(tx, householdId);
    });
  }

  private async onRecord(tx: EntityManager, householdId: string): Promise<OnRecord> {
    const totals = await this.sheets.totals(tx, [householdId]);
    const vetoed = vetoedByHousehold(await this.vetoes.ofHouseholds(tx, [householdId]));
    return { total: totals.get(householdId), vetoed: vetoed.get(householdId) ?? false };
  }
}
