import type { Caller } from '@jingzhun/access';
import { Database } from '@jingzhun/database';
import {
  checkClosing,
  dateOf,
  outliersAmong,
  tallyOf,
  type ClosingProblem,
  type GroupScores,
  type Outlier,
  type Tally,
} from '@jingzhun/identification-rules';
import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { memberNames } from '../household/member-names';
import { FrozenProfiles } from '../profile/frozen-profiles';
import type { SittingRow } from '../sitting/sitting.entity';
import { factOf, MeetingFactRow } from './meeting-fact.entity';
import { MeetingRepository } from './meeting.repository';
import { meetingFrom, meetingTerms, neighbouring, rosterEvents } from './meeting.rules';

export interface SeatHolder {
  personId: string;
  name: string;
  recusedFrom: string[];
}

export interface ShownSeat {
  seat: string;
  householdId: string;
  holders: SeatHolder[];
}

/** What is shown of meetings. */
@Injectable()
export class MeetingQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(FrozenProfiles) private readonly profiles: FrozenProfiles,
    @Inject(MeetingRepository) private readonly meetings: MeetingRepository,
  ) {}

  async facts(caller: Caller, sittingIds: readonly string[]): Promise<Map<string, MeetingFactRow[]>> {
    const rows = await this.database.read(caller, (tx) =>
      tx
        .getRepository(MeetingFactRow)
        .find({ where: { sittingId: In([...sittingIds]) }, order: { sittingId: 'ASC', sequence: 'ASC' } }),
    );
    const found = new Map<string, MeetingFactRow[]>();
    for (const row of rows) {
      const known = found.get(row.sittingId);
      if (known) known.push(row);
      else found.set(row.sittingId, [row]);
    }
    return found;
  }

  /** The numbers of households. */
  async numbers(caller: Caller, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.read(caller, (tx) =>
      tx.query<{ id: string; number: string }[]>(`SELECT id, number FROM household WHERE id = ANY ($1)`, [ids]),
    );
    return new Map(rows.map(({ id, number }) => [id, number]));
  }

  async today({ profileId }: SittingRow, now: Date): Promise<string> {
    return dateOf((await this.profiles.of(profileId)).calendar, now);
  }

  async tally(sitting: SittingRow, facts: readonly MeetingFactRow[]): Promise<Tally | null> {
    if (facts.length === 0) return null;
    const profile = await this.profiles.of(sitting.profileId);
    return tallyOf(meetingFrom(facts.map(factOf)), meetingTerms(profile, sitting.kind));
  }

  async closingProblems(sitting: SittingRow, facts: readonly MeetingFactRow[], now: Date): Promise<ClosingProblem[]> {
    if (sitting.state !== 'open') return [];
    const profile = await this.profiles.of(sitting.profileId);
    const terms = meetingTerms(profile, sitting.kind);
    return checkClosing(meetingFrom(facts.map(factOf)), terms, dateOf(profile.calendar, now));
  }

  async roster(
    caller: Caller,
    sitting: SittingRow,
    recorded: readonly MeetingFactRow[],
    now: Date,
  ): Promise<ShownSeat[]> {
    if (recorded.length === 0) return [];
    const profile = await this.profiles.of(sitting.profileId);
    const terms = meetingTerms(profile, sitting.kind);
    return this.database.read(caller, async (tx) => {
      const facts = recorded.map(factOf);
      const drawn = facts.some(({ kind }) => kind === 'seated');
      const events = drawn
        ? []
        : rosterEvents(terms, await this.meetings.register(tx, sitting.areaCode), dateOf(profile.calendar, now));
      const { seats, recusals } = meetingFrom(facts, events);
      const names = await memberNames(
        tx,
        seats.flatMap(({ holders }) => holders),
      );
      return seats.map(({ seat, householdId, holders }) => ({
        seat,
        householdId,
        holders: holders.map((personId) => ({
          personId,
          name: names.get(personId) ?? '',
          recusedFrom: recusals
            .filter((recusal) => recusal.personId === personId)
            .map((recusal) => recusal.householdId),
        })),
      }));
    });
  }

  /** Compares the scores of the groups whose households lie before a village's meeting. */
  async outliers(caller: Caller, sitting: SittingRow): Promise<Outlier[]> {
    const profile = await this.profiles.of(sitting.profileId);
    const rule = profile.meetings[sitting.kind]?.outliers;
    if (!rule) return [];
    const groups = await this.database.read(caller, (tx) =>
      tx.query<Omit<GroupScores, 'neighbours'>[]>(
        `SELECT area.code AS "group", area.name, array_agg(sheet.total) AS scores
           FROM sitting_household AS laid
           JOIN household AS h ON h.id = laid.household_id
           JOIN area ON area.code = h.area_code
           JOIN LATERAL (SELECT total FROM score_sheet
                          WHERE household_id = h.id AND recorded_at <= coalesce($2, now())
                          ORDER BY round DESC LIMIT 1) AS sheet ON true
          WHERE laid.sitting_id = $1 AND laid.left_at IS NULL GROUP BY area.code, area.name ORDER BY area.code`,
        [sitting.id, sitting.heldAt],
      ),
    );
    return outliersAmong(rule, neighbouring(groups));
  }
}
