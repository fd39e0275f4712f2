import { condition, sleep } from '@temporalio/workflow';
import type { ObjectionCase } from '@jingzhun/contracts/identification/case-messages';
import { caseActivities } from './case-activities';
import { CaseRecord, isClocked, type CaseClosed } from './case-record';
import { receiveFacts } from './record-facts';
import { millisecondsUntil, StageClock } from './stage-clock';

const { closeHouseholdPublicity } = caseActivities;

/** One objection, from its receipt to its end, and the rest of the publicity it held. */
export async function objectionCase(input: ObjectionCase): Promise<CaseClosed> {
  const objection = new Objection(input);
  objection.setup();
  return objection.run();
}

class Objection {
  private readonly record: CaseRecord;
  private readonly clock: StageClock;

  constructor(private readonly input: ObjectionCase) {
    this.record = new CaseRecord(input.opened);
    this.clock = new StageClock(this.record, { subjectKind: 'objection', subjectId: input.objectionId });
  }

  setup(): void {
    receiveFacts(this.record, { alwaysTimed: true });
  }

  /** The household's days go on while the objector is still to be answered. */
  async run(): Promise<CaseClosed> {
    await Promise.all([this.keepStates(), this.keepPublicity()]);
    return this.record.closed;
  }

  /** State after state, each with its time to be left. */
  private async keepStates(): Promise<void> {
    for (let state = this.record.open; state; state = this.record.open) {
      if (isClocked(state)) await this.clock.watch(state);
    }
    await this.clock.finish();
  }

  /**
   * Only the objection that was decided last is told that its household's publicity goes on, so there is one timer for it. It
   * knocks when the period should be over; identification says whether it is, and when to knock again if not.
   */
  private async keepPublicity(): Promise<void> {
    await condition(() => this.record.resumedUntil !== undefined || this.record.open === undefined);
    const { householdId } = this.input;
    let closesAt = this.record.resumedUntil ?? null;
    while (closesAt !== null && householdId !== null) {
      await sleep(millisecondsUntil(closesAt));
      ({ closesAt } = await closeHouseholdPublicity({ householdId }));
    }
  }
}
