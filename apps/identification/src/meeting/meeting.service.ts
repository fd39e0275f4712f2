import type { Caller } from '@jingzhun/access';
import type { Adjournment, Convening, MeetingEvent } from '@jingzhun/identification-rules';
import { Inject, Injectable } from '@nestjs/common';
import type { SittingRow } from '../sitting/sitting.entity';
import { MeetingRecord } from './meeting-record';
import {
  adjournmentOf,
  attendanceOf,
  conveningOf,
  recordOf,
  recusalsOf,
  referralsOf,
  sittingNow,
  sittingToConvene,
  strikeOf,
  votesOf,
  type DeclaredRecusal,
  type Referral,
  type RestAsked,
  type SignatureAsked,
  type VoteAsked,
} from './meeting.rules';
import { OpenMeetings, type MeetingStep, type OpenMeeting } from './open-meeting';

/** A meeting recorded step by step, while it is held. */
@Injectable()
export class MeetingService {
  constructor(
    @Inject(OpenMeetings) private readonly open: OpenMeetings,
    @Inject(MeetingRecord) private readonly record: MeetingRecord,
  ) {}

  convene(caller: Caller, asked: MeetingStep & Convening): Promise<SittingRow> {
    return this.step(caller, asked, async (open) => {
      const convening = conveningOf(sittingToConvene(open.meeting), asked);
      return [...(await this.record.rosterUnlessDrawn(open, asked.on)), ...convening];
    });
  }

  attend(caller: Caller, asked: MeetingStep & { persons: string[] }): Promise<SittingRow> {
    return this.step(caller, asked, ({ meeting }) => attendanceOf(sittingNow(meeting), asked.persons));
  }

  recuse(caller: Caller, asked: MeetingStep & { recusals: DeclaredRecusal[] }): Promise<SittingRow> {
    return this.step(caller, asked, async (open) => {
      const events = recusalsOf(asked.recusals);
      return [...events, ...(await this.record.keepKin(open, asked.recusals))];
    });
  }

  vote(caller: Caller, asked: MeetingStep & { votes: VoteAsked[]; rest?: RestAsked | null }): Promise<SittingRow> {
    return this.step(caller, asked, ({ meeting }) => votesOf(sittingNow(meeting), asked));
  }

  refer(caller: Caller, asked: MeetingStep & { referrals: Referral[] }): Promise<SittingRow> {
    return this.step(caller, asked, () => referralsOf(asked.referrals));
  }

  /** Minutes, photos and signatures of the sitting that was convened last. */
  takeMinutes(
    caller: Caller,
    asked: MeetingStep & { minutes: string; photos: string[]; signatures: SignatureAsked[] },
  ): Promise<SittingRow> {
    return this.step(caller, asked, async (open) => {
      const events = recordOf(sittingNow(open.meeting), asked);
      await this.record.keepFiles(open, asked);
      return events;
    });
  }

  adjourn(caller: Caller, asked: MeetingStep & Adjournment): Promise<SittingRow> {
    return this.step(caller, asked, ({ meeting }) => adjournmentOf(sittingNow(meeting), asked));
  }

  strike(caller: Caller, asked: MeetingStep & { fact: number; reason: string }): Promise<SittingRow> {
    return this.step(caller, asked, ({ facts }) => strikeOf(facts, asked));
  }

  private step(
    caller: Caller,
    asked: MeetingStep,
    decide: (open: OpenMeeting) => MeetingEvent[] | Promise<MeetingEvent[]>,
  ): Promise<SittingRow> {
    return this.open.during(caller, asked, async (open) => {
      await this.record.add(open, await decide(open));
      return 'open';
    });
  }
}
