import { condition } from '@temporalio/workflow';
import type { HouseholdCase } from '@jingzhun/contracts/identification/case-messages';
import { CaseRecord, isClocked, type CaseClosed, type ClockedStage, type StandingStage } from './case-record';
import { receiveFacts } from './record-facts';
import { StageClock } from './stage-clock';

/** One household, from the visit to the entry. */
export async function householdCase(input: HouseholdCase): Promise<CaseClosed> {
  const household = new Household(input);
  household.setup();
  return household.run();
}

class Household {
  private readonly record: CaseRecord;
  private readonly clock: StageClock;

  constructor(private readonly input: HouseholdCase) {
    this.record = new CaseRecord(input.opened);
    this.clock = new StageClock(this.record, { subjectKind: 'household', subjectId: input.householdId });
  }

  setup(): void {
    receiveFacts(this.record, { alwaysTimed: false });
  }

  /** Stage after stage, as the facts open them: a household sent back by a review simply goes through a stage again. */
  async run(): Promise<CaseClosed> {
    for (let stage = this.record.open; stage; stage = this.record.open) {
      if (this.keepsTheClockOf(stage)) await this.clock.watch(stage);
      else await condition(() => this.record.open !== stage);
    }
    await this.clock.finish();
    return this.record.closed;
  }

  /** Reviews and publicity run on the clock of the group's or the village's sitting. */
  private keepsTheClockOf(stage: StandingStage): stage is ClockedStage {
    const { chain } = this.input;
    if (chain) return chain.some((link) => link.stage === stage.stage && link.unit === 'household');
    return isClocked(stage);
  }
}
