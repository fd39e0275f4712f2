import type { Caller } from '@jingzhun/access';
import { Database, once } from '@jingzhun/database';
import { meetingOf, type Meeting, type MeetingFact, type MeetingTerms } from '@jingzhun/identification-rules';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CaseService } from '../case/case.service';
import { FrozenProfiles } from '../profile/frozen-profiles';
import type { FrozenProfile } from '../profile/profile.repository';
import type { SittingRow } from '../sitting/sitting.entity';
import { SittingRepository } from '../sitting/sitting.repository';
import { factOf } from './meeting-fact.entity';
import { MeetingRepository } from './meeting.repository';
import { assertMayRecord, meetingTerms } from './meeting.rules';

/** What every step of a meeting names. */
export interface MeetingStep {
  key: string;
  sittingId: string;
  version: number;
}

/** A meeting that is under way, its sitting locked. */
export interface OpenMeeting {
  tx: EntityManager;
  caller: Caller;
  sitting: SittingRow;
  profile: FrozenProfile;
  terms: MeetingTerms;
  facts: MeetingFact[];
  meeting: Meeting;
  at: Date;
}

/** Lets the secretary whose duty it is do something in a meeting that has not closed; once, in one transaction. */
@Injectable()
export class OpenMeetings {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(FrozenProfiles) private readonly profiles: FrozenProfiles,
    @Inject(SittingRepository) private readonly sittings: SittingRepository,
    @Inject(MeetingRepository) private readonly meetings: MeetingRepository,
    @Inject(CaseService) private readonly cases: CaseService,
  ) {}

  /** `work` answers whether the meeting has closed. @throws NotFound, NotAllowed, NotAtStage, StaleVersion */
  during(
    caller: Caller,
    { key, ...asked }: MeetingStep & { kind?: 'group' | 'village' },
    work: (open: OpenMeeting) => Promise<'open' | 'closed'>,
  ): Promise<SittingRow> {
    return this.database.transaction(caller, (tx) =>
      once(tx, { accountId: caller.accountId, key, payload: asked }, async () => {
        const sitting = await this.sittings.lock(tx, asked.sittingId);
        assertMayRecord(sitting, { roles: caller.roles, version: asked.version, kind: asked.kind });
        const profile = await this.profiles.of(sitting.profileId);
        const terms = meetingTerms(profile, sitting.kind);
        const facts = (await this.meetings.facts(tx, sitting.id)).map(factOf);
        const at = await this.cases.moment(tx);
        const state = await work({ tx, caller, sitting, profile, terms, facts, meeting: meetingOf(facts), at });
        // Whoever read the sitting before does not know what was recorded. Closing raises the version by itself.
        if (state === 'open') await this.sittings.save(tx, sitting, {});
        return sitting;
      }),
    );
  }
}
