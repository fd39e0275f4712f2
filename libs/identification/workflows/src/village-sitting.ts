import type { SittingCase } from '@jingzhun/contracts/identification/case-messages';
import { CaseRecord, type CaseClosed } from './case-record';
import { receiveFacts } from './record-facts';
import { StageClock } from './stage-clock';

/** The review of an administrative village. */
export async function villageSitting(input: SittingCase): Promise<CaseClosed> {
  const sitting = new VillageSitting(input);
  sitting.setup();
  return sitting.run();
}

class VillageSitting {
  private readonly record: CaseRecord;
  private readonly clock: StageClock;

  constructor(input: SittingCase) {
    this.record = new CaseRecord(input.opened);
    this.clock = new StageClock(this.record, { subjectKind: 'village', subjectId: input.sittingId });
  }

  setup(): void {
    receiveFacts(this.record);
  }

  async run(): Promise<CaseClosed> {
    for (let stage = this.record.open; stage; stage = this.record.open) await this.clock.watch(stage);
    await this.clock.finish();
    return this.record.closed;
  }
}
