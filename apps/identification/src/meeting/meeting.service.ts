import type { Caller } from '@jingzhun/access';
import { Database, once } from '@jingzhun/database';
import {
  dateOf,
  meetingOf,
  type Adjournment,
  type Convening,
  type Meeting,
  type MeetingEvent,
  type MeetingFact,
  type MeetingTerms,
} from '@jingzhun/identification-rules';
import { InvalidInput } from '@jingzhun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CaseService } from '../case/case.service';
import { FrozenProfiles } from '../profile/frozen-profiles';
import type { FrozenProfile } from '../profile/profile.repository';
import { SittingClosing } from '../sitting/sitting-closing';
import type { SittingRow } from '../sitting/sitting.entity';
import { SittingRepository } from '../sitting/sitting.repository';
import { assertHeldOn } from '../sitting/sitting.rules';
import { StoredFileService } from '../stored-file/stored-file.service';
import { factOf } from './meeting-fact.entity';
import { MeetingRepository } from './meeting.repository';
import {
  adjournmentOf,
  assertMayRecord,
  attendanceOf,
  conveningOf,
  meetingTerms,
  protocolOf,
  recordOf,
  recusalsOf,
  referralsOf,
  rosterEvents,
  sittingNow,
  sittingToConvene,
  strikeOf,
  votesOf,
  type DeclaredRecusal,
  type Protocol,
  type Referral,
  type RestAsked,
  type SignatureAsked,
  type VoteAsked,
} from './meeting.rules';

/** What every step of a meeting names. */
export interface MeetingStep {
  key: string;
  sittingId: string;
  version: number;
}

export interface HoldReview extends MeetingStep, Protocol {
  heldOn: string;
  place: string;
  noticeOn: string;
}

/** A meeting that is under way, its sitting locked. */
interface OpenMeeting {
  tx: EntityManager;
  caller: Caller;
  sitting: SittingRow;
  profile: FrozenProfile;
  terms: MeetingTerms;
  facts: MeetingFact[];
  meeting: Meeting;
  at: Date;
}

/** The meetings of groups and villages over their households: what is recorded of them, step by step or from a protocol. */
@Injectable()
export class MeetingService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(FrozenProfiles) private readonly profiles: FrozenProfiles,
    @Inject(SittingRepository) private readonly sittings: SittingRepository,
    @Inject(MeetingRepository) private readonly meetings: MeetingRepository,
    @Inject(SittingClosing) private readonly closing: SittingClosing,
    @Inject(CaseService) private readonly cases: CaseService,
    @Inject(StoredFileService) private readonly files: StoredFileService,
  ) {}

  /** The whole protocol of one sitting; unless it was adjourned the meeting closes with it. */
  hold(caller: Caller, kind: 'group' | 'village', asked: HoldReview): Promise<SittingRow> {
    return this.inMeeting(caller, { ...asked, kind }, async (open) => {
      const { heldOn, place, noticeOn } = asked;
      assertHeldOn(heldOn, dateOf(open.profile.calendar, open.at));
      const sitting = sittingToConvene(open.meeting);
      await this.keep(open, asked);
      await this.add(open, [
        ...(await this.rosterUnlessDrawn(open, heldOn)),
        ...conveningOf(sitting, { on: heldOn, place, noticeOn }),
        ...protocolOf(sitting, asked),
      ]);
      await (asked.adjournment ? this.leaveOpen(open) : this.closeNow(open));
    });
  }

  convene(caller: Caller, asked: MeetingStep & Convening): Promise<SittingRow> {
    return this.record(caller, asked, async (open) => {
      const sitting = sittingToConvene(open.meeting);
      const convening = conveningOf(sitting, asked);
      return [...(await this.rosterUnlessDrawn(open, asked.on)), ...convening];
    });
  }

  attend(caller: Caller, asked: MeetingStep & { persons: string[] }): Promise<SittingRow> {
    return this.record(caller, asked, ({ meeting }) => attendanceOf(sittingNow(meeting), asked.persons));
  }

  recuse(caller: Caller, asked: MeetingStep & { recusals: DeclaredRecusal[] }): Promise<SittingRow> {
    return this.record(caller, asked, async (open) => {
      const events = recusalsOf(asked.recusals);
      await this.keepKin(open, asked.recusals);
      return events;
    });
  }

  vote(caller: Caller, asked: MeetingStep & { votes: VoteAsked[]; rest?: RestAsked | null }): Promise<SittingRow> {
    return this.record(caller, asked, ({ meeting }) => votesOf(sittingNow(meeting), asked));
  }

  refer(caller: Caller, asked: MeetingStep & { referrals: Referral[] }): Promise<SittingRow> {
    return this.record(caller, asked, () => referralsOf(asked.referrals));
  }

  /** Minutes, photos and signatures of the sitting that was convened last. */
  takeMinutes(
    caller: Caller,
    asked: MeetingStep & { minutes: string; photos: string[]; signatures: SignatureAsked[] },
  ): Promise<SittingRow> {
    return this.record(caller, asked, async (open) => {
      const events = recordOf(sittingNow(open.meeting), asked);
      await this.keepFiles(open, asked);
      return events;
    });
  }

  adjourn(caller: Caller, asked: MeetingStep & Adjournment): Promise<SittingRow> {
    return this.record(caller, asked, ({ meeting }) => adjournmentOf(sittingNow(meeting), asked));
  }

  strike(caller: Caller, asked: MeetingStep & { fact: number; reason: string }): Promise<SittingRow> {
    return this.record(caller, asked, ({ facts }) => strikeOf(facts, asked));
  }

  /** @throws SittingNotValid, with everything that is wrong, when the meeting did not decide lawfully */
  close(caller: Caller, asked: MeetingStep): Promise<SittingRow> {
    return this.inMeeting(caller, asked, async (open) => {
      await this.add(open, await this.rosterUnlessDrawn(open, dateOf(open.profile.calendar, open.at)));
      await this.closeNow(open);
    });
  }

  private record(
    caller: Caller,
    asked: MeetingStep,
    decide: (open: OpenMeeting) => MeetingEvent[] | Promise<MeetingEvent[]>,
  ): Promise<SittingRow> {
    return this.inMeeting(caller, asked, async (open) => {
      await this.add(open, await decide(open));
      await this.leaveOpen(open);
    });
  }

  private inMeeting(
    caller: Caller,
    { key, ...asked }: MeetingStep & { kind?: 'group' | 'village' },
    work: (open: OpenMeeting) => Promise<void>,
  ): Promise<SittingRow> {
    return this.database.transaction(caller, (tx) =>
      once(tx, { accountId: caller.accountId, key, payload: asked }, async () => {
        const sitting = await this.sittings.lock(tx, asked.sittingId);
        assertMayRecord(sitting, { roles: caller.roles, version: asked.version, kind: asked.kind });
        const profile = await this.profiles.of(sitting.profileId);
        const terms = meetingTerms(profile, sitting.kind);
        const facts = (await this.meetings.facts(tx, sitting.id)).map(factOf);
        const at = await this.cases.moment(tx);
        await work({ tx, caller, sitting, profile, terms, facts, meeting: meetingOf(facts), at });
        return sitting;
      }),
    );
  }

  private add({ tx, sitting, caller, at }: OpenMeeting, events: readonly MeetingEvent[]): Promise<void> {
    return this.meetings.add(tx, sitting, events, { by: caller.accountId, at });
  }

  /** The roster is drawn once, with the first sitting: who is seated does not change between two of them. */
  private async rosterUnlessDrawn({ tx, sitting, terms, meeting }: OpenMeeting, on: string): Promise<MeetingEvent[]> {
    if (meeting.seats.length > 0) return [];
    return rosterEvents(terms, await this.meetings.register(tx, sitting.areaCode), on);
  }

  private async keep(open: OpenMeeting, protocol: Protocol): Promise<void> {
    recusalsOf(protocol.recusals);
    await this.keepKin(open, protocol.recusals);
    await this.keepFiles(open, protocol);
  }

  private async keepKin({ tx, sitting, caller, at }: OpenMeeting, recusals: readonly DeclaredRecusal[]): Promise<void> {
    const [stranger] = await this.meetings.strangers(tx, recusals);
    if (stranger !== undefined)
      throw new InvalidInput(`${stranger} is no member of the household he is said to belong to.`, 'recusals');
    await this.meetings.keepKinships(tx, sitting.areaCode, recusals, { by: caller.accountId, at });
  }

  private async keepFiles(
    { tx, sitting, caller }: OpenMeeting,
    { photos, signatures }: Pick<Protocol, 'photos' | 'signatures'>,
  ): Promise<void> {
    const to = { subject: 'sitting', id: sitting.id, areaCode: sitting.areaCode, by: caller.personId };
    const pictures = signatures.flatMap(({ fileId }) => fileId ?? []);
    await this.files.attach(tx, photos, { ...to, field: 'photos' }, 'photo');
    await this.files.attach(tx, pictures, { ...to, field: 'signatures' }, 'signature');
  }

  /** Raises the version: whoever read the sitting before does not know what was recorded. */
  private leaveOpen({ tx, sitting }: OpenMeeting): Promise<void> {
    return this.sittings.save(tx, sitting, {});
  }

  private async closeNow({ tx, caller, sitting, profile, terms }: OpenMeeting): Promise<void> {
    const facts = (await this.meetings.facts(tx, sitting.id)).map(factOf);
    const origin = { actor: caller.accountId, correlation: caller.requestId };
    await this.closing.close(tx, { sitting, profile, terms, meeting: meetingOf(facts), origin });
  }
}
