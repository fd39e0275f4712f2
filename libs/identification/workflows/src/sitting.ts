import { sleep } from '@temporalio/workflow';
import type { SittingCase } from '@jingzhun/contracts/identification/case-messages';
import { caseActivities } from './case-activities';
import { CaseRecord, isClocked, type CaseClosed, type StandingStage } from './case-record';
import { receiveFacts } from './record-facts';
import { millisecondsUntil, StageClock } from './stage-clock';

const { closePublicity } = caseActivities;

/** What a group or a village goes through together: its review, its publicity, or the one after the other. */
export class Sitting {
  private readonly record: CaseRecord;
  private readonly clock: StageClock;

  constructor(
    private readonly input: SittingCase,
    subjectKind: 'group' | 'village',
  ) {
    this.record = new CaseRecord(input.opened);
    this.clock = new StageClock(this.record, { subjectKind, subjectId: input.sittingId });
  }

  setup(): void {
    receiveFacts(this.record, { alwaysTimed: true });
  }

  /** The review has a deadline; so has the posting of the notice; the posted notice has its time to hang. */
  async run(): Promise<CaseClosed> {
    for (let stage = this.record.open; stage; stage = this.record.open) {
      const current = stage;
      const { closesAt } = this.record;
      if (closesAt) await this.keepPublic(current, closesAt);
      else if (isClocked(current))
        await this.clock.watch(current, () => this.record.open !== current || this.record.closesAt !== undefined);
    }
    await this.clock.finish();
    return this.record.closed;
  }

  /** The end of the legal period is a fact of the clock, so it is told to identification rather than heard from it. */
  private async keepPublic(publicity: StandingStage, closesAt: string): Promise<void> {
    await sleep(millisecondsUntil(closesAt));
    await closePublicity({ sittingId: this.input.sittingId });
    if (this.record.open === publicity) this.record.complete({ ...publicity, completedAt: closesAt });
  }
}
