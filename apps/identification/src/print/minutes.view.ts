import type { Ballot, Meeting, Signatory, SittingRecord, Tally } from '@jingzhun/identification-rules';
import type { Attendee, MinutesHousehold, MinutesSitting, MinutesView } from './minutes.paper';
import { numberInGroup } from './notice.view';
import type { AreaNames } from './printing';
import { unsigned, type Signer } from './signer';

/** What was recorded of the meeting, counted, and the names of those who were there as far as the register knows them. */
export interface RecordedMeeting {
  meeting: Meeting;
  tally: Tally;
  names: ReadonlyMap<string, string>;
}

export interface MinutesSource {
  areas: AreaNames;
  sitting: { kind: 'group' | 'village'; round: number };
  recorded: RecordedMeeting;
  households: {
    id: string;
    number: string;
    head: string;
    total: number | null;
  }[];
}

const parts: Record<Signatory, string> = { chair: '主持人', recorder: '记录人', representative: '群众代表' };
const seated = { group: '户代表', village: '村民代表' };
const guest = '列席';

/** The minutes as far as they were recorded; of a meeting that is still to come, the sheet to take along. */
export function minutesView({ areas, sitting, recorded, households }: MinutesSource): MinutesView {
  const { meeting, tally } = recorded;
  const ballots = new Map(tally.ballots.map((ballot) => [ballot.householdId, ballot]));
  const held = meeting.sittings.length > 0;
  return {
    kind: sitting.kind,
    areas,
    round: sitting.round,
    sittings: held
      ? meeting.sittings.map((record, place) => minutesSitting(record, tally.presence[place]!, sitting.kind, recorded))
      : [unheld],
    households: households.map((household) =>
      minutesHousehold(household, sitting.kind, held ? ballots.get(household.id) : undefined),
    ),
    signers: signersOf(meeting.sittings.at(-1), recorded.names),
    provisional: null,
  };
}

const unheld: MinutesSitting = {
  on: null,
  place: null,
  chair: null,
  recorder: null,
  presence: null,
  attendees: [],
  text: null,
  adjourned: null,
};

function minutesSitting(
  record: SittingRecord,
  { seats, taken, needed }: Tally['presence'][number],
  kind: 'group' | 'village',
  { meeting, names }: RecordedMeeting,
): MinutesSitting {
  const holders = new Set(meeting.seats.flatMap((seat) => seat.holders));
  const nameOf = (as: Signatory) => {
    const signature = record.signatures.find((each) => each.as === as);
    return signature ? (names.get(signature.personId) ?? null) : null;
  };
  return {
    on: record.convening?.on ?? null,
    place: record.convening?.place ?? null,
    chair: nameOf('chair'),
    recorder: nameOf('recorder'),
    presence: { seats, taken, needed },
    attendees: record.attendance.map((personId): Attendee => ({
      name: names.get(personId) ?? '',
      as: holders.has(personId) ? seated[kind] : guest,
    })),
    text: record.minutes || null,
    adjourned: record.adjournment,
  };
}

function minutesHousehold(
  { number, head, total }: MinutesSource['households'][number],
  kind: 'group' | 'village',
  ballot: Ballot | undefined,
): MinutesHousehold {
  // In a village two groups have the same numbers, so the group's three digits stand before them.
  const code = kind === 'group' ? numberInGroup(number) : `${number.slice(-7, -4)}-${numberInGroup(number)}`;
  if (!ballot) return { code, head, total, votes: null, barred: null, verdict: null, reason: null };
  const { for: yes, against, abstain, verdict, reason } = ballot;
  return {
    ...{ code, head, total, verdict, reason },
    votes: ballot.by === 'itself' ? { for: yes, against, abstain } : null,
    barred: ballot.sitting === null ? null : ballot.barred.length,
  };
}

/** Those who signed, by name; whoever is wanting signs on the line. */
function signersOf(last: SittingRecord | undefined, names: ReadonlyMap<string, string>): Signer[] {
  return (['chair', 'recorder', 'representative'] as const).flatMap((as) => {
    const signed = (last?.signatures ?? []).filter((signature) => signature.as === as);
    if (signed.length === 0) return unsigned(parts[as]);
    return signed.map(({ personId }): Signer => ({
      as: parts[as],
      name: names.get(personId) ?? null,
      signature: null,
      on: last?.convening?.on ?? null,
    }));
  });
}
