import type { Caller } from '@jingzhun/access';
import { Database, once } from '@jingzhun/database';
import { InvalidInput, StaleVersion } from '@jingzhun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { CaseLock } from '../case/case-lock';
import type { HouseholdRow } from '../household/household.entity';
import { HouseholdRepository } from '../household/household.repository';
import { observationsOf, type GivenFact } from '../observation/observation.rules';
import { ScoreSheetRepository } from './score-sheet.repository';
import { assertReason, assertSheetOpen } from './score-sheet.rules';
import { SheetCorrections } from './sheet-corrections';

export interface CorrectScoreSheet {
  key: string;
  householdId: string;
  revision: number;
  observations: GivenFact[];
  reason: string;
}

/** What those who filled a sheet may put right. */
@Injectable()
export class SheetCorrectionService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CaseLock) private readonly lock: CaseLock,
    @Inject(ScoreSheetRepository) private readonly sheets: ScoreSheetRepository,
    @Inject(SheetCorrections) private readonly corrections: SheetCorrections,
    @Inject(HouseholdRepository) private readonly households: HouseholdRepository,
  ) {}

  /** Alters facts of a sheet that no meeting has spoken on yet. */
  async correct(caller: Caller, { key, ...asked }: CorrectScoreSheet): Promise<HouseholdRow> {
    return this.database.transaction(caller, (tx) =>
      once(tx, { accountId: caller.accountId, key, payload: asked }, async () => {
        const locked = await this.lock.one(tx, asked.householdId);
        const { household, profile } = locked;
        const sheet = await this.sheets.newest(tx, household.id);
        assertSheetOpen(profile, { stage: household.stage, hasSheet: sheet?.round === household.round });
        if (sheet?.revision !== asked.revision)
          throw new StaleVersion('The sheet was corrected after it was read.', 'revision');
        assertReason(asked.reason);
        const changes = await this.corrections.apply(tx, locked, {
          observations: observationsOf(asked.observations),
          reason: asked.reason,
          personId: caller.personId,
          ground: 'beforeMeeting',
        });
        if (changes.length === 0)
          throw new InvalidInput('The sheet says so already.', 'observations', 'Send the facts that are other ones.');
        return this.households.get(tx, household.id);
      }),
    );
  }
}
