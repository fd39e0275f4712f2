import type { MeetingEvent } from '@jingzhun/identification-rules';
import { InvalidInput } from '@jingzhun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { StoredFileService } from '../stored-file/stored-file.service';
import { MeetingRepository } from './meeting.repository';
import {
  barredSince,
  meetingFrom,
  recusalsOf,
  rosterEvents,
  type DeclaredRecusal,
  type Protocol,
} from './meeting.rules';
import type { OpenMeeting } from './open-meeting';

/** Writes down what happened in a meeting, with what belongs to it. */
@Injectable()
export class MeetingRecord {
  constructor(
    @Inject(MeetingRepository) private readonly meetings: MeetingRepository,
    @Inject(StoredFileService) private readonly files: StoredFileService,
  ) {}

  add({ tx, sitting, caller, at }: OpenMeeting, events: readonly MeetingEvent[]): Promise<void> {
    return this.meetings.add(tx, sitting, events, { by: caller.accountId, at });
  }

  /** The roster is drawn once, with the first sitting: who is seated does not change between two of them. */
  async rosterUnlessDrawn({ tx, sitting, terms, meeting }: OpenMeeting, on: string): Promise<MeetingEvent[]> {
    if (meeting.seats.length > 0) return [];
    return rosterEvents(terms, await this.meetings.register(tx, sitting.areaCode), on);
  }

  /**
   * Remembers the kin that were named and, where the roster is drawn already, says who else is barred by it.
   * @throws InvalidInput when one is no member of the household
   */
  async keepKin(open: OpenMeeting, recusals: readonly DeclaredRecusal[]): Promise<MeetingEvent[]> {
    const { tx, sitting, terms, facts, meeting, caller, at } = open;
    const [stranger] = await this.meetings.strangers(tx, recusals);
    if (stranger !== undefined)
      throw new InvalidInput(`${stranger} is no member of the household he is said to belong to.`, 'recusals');
    await this.meetings.keepKinships(tx, sitting.areaCode, recusals, { by: caller.personId, at });
    if (meeting.seats.length === 0 || recusals.every(({ relativeId }) => !relativeId)) return [];
    const declared = meetingFrom(facts, recusalsOf(recusals));
    return barredSince(declared, terms, await this.meetings.register(tx, sitting.areaCode));
  }

  /** @throws FileNotUsable */
  async keepFiles(
    { tx, sitting, caller }: OpenMeeting,
    { photos, signatures }: Pick<Protocol, 'photos' | 'signatures'>,
  ): Promise<void> {
    const to = { subject: 'sitting', id: sitting.id, areaCode: sitting.areaCode, by: caller.personId };
    const pictures = signatures.flatMap(({ fileId }) => fileId ?? []);
    await this.files.attach(tx, photos, { ...to, field: 'photos' }, 'photo');
    await this.files.attach(tx, pictures, { ...to, field: 'signatures' }, 'signature');
  }
}
