import type { Caller } from '@jingzhun/access';
import { dateOf, meetingOf } from '@jingzhun/identification-rules';
import { Inject, Injectable } from '@nestjs/common';
import { SittingClosing } from '../sitting/sitting-closing';
import type { SittingRow } from '../sitting/sitting.entity';
import { assertHeldOn } from '../sitting/sitting.rules';
import { factOf } from './meeting-fact.entity';
import { MeetingRecord } from './meeting-record';
import { MeetingRepository } from './meeting.repository';
import { conveningOf, protocolOf, sittingToConvene, type Protocol } from './meeting.rules';
import { OpenMeetings, type MeetingStep, type OpenMeeting } from './open-meeting';

export interface HoldReview extends MeetingStep, Protocol {
  heldOn: string;
  place: string;
  noticeOn: string;
}

/** Brings a meeting to its end: from a protocol, or when its secretary says that it is over. */
@Injectable()
export class MeetingHolding {
  constructor(
    @Inject(OpenMeetings) private readonly open: OpenMeetings,
    @Inject(MeetingRecord) private readonly record: MeetingRecord,
    @Inject(MeetingRepository) private readonly meetings: MeetingRepository,
    @Inject(SittingClosing) private readonly closing: SittingClosing,
  ) {}

  /** The whole protocol of one sitting; unless it was adjourned the meeting closes with it. @throws SittingNotValid */
  hold(caller: Caller, kind: 'group' | 'village', asked: HoldReview): Promise<SittingRow> {
    return this.open.during(caller, { ...asked, kind }, async (open) => {
      const { heldOn, place, noticeOn } = asked;
      assertHeldOn(heldOn, dateOf(open.profile.calendar, open.at));
      const sitting = sittingToConvene(open.meeting);
      const events = [...conveningOf(sitting, { on: heldOn, place, noticeOn }), ...protocolOf(sitting, asked)];
      const barred = await this.record.keepKin(open, asked.recusals);
      await this.record.keepFiles(open, asked);
      await this.record.add(open, [...(await this.record.rosterUnlessDrawn(open, heldOn)), ...events, ...barred]);
      return asked.adjournment ? 'open' : this.closeNow(open);
    });
  }

  /** @throws SittingNotValid, with everything that is wrong, when the meeting did not decide lawfully */
  close(caller: Caller, asked: MeetingStep): Promise<SittingRow> {
    return this.open.during(caller, asked, async (open) => {
      const today = dateOf(open.profile.calendar, open.at);
      await this.record.add(open, await this.record.rosterUnlessDrawn(open, today));
      return this.closeNow(open);
    });
  }

  private async closeNow({ tx, caller, sitting, profile, terms }: OpenMeeting): Promise<'closed'> {
    const facts = (await this.meetings.facts(tx, sitting.id)).map(factOf);
    const origin = { actor: caller.accountId, correlation: caller.requestId };
    await this.closing.close(tx, { sitting, profile, terms, meeting: meetingOf(facts), origin });
    return 'closed';
  }
}
