import fc, { type GeneratorValue } from 'fast-check';
import type { Meeting, MeetingEvent, MeetingFact } from '../meeting';
import { meetingOf } from '../meeting';
import type { MeetingRule } from '../meeting-closing';
import { votersOn } from '../meeting-tally';
import { rosterOf, type Villager } from '../roster';

export const rule: MeetingRule = {
  quorum: { seats: 'household-representatives', adultAge: 18, present: { numerator: 2, denominator: 3 } },
  vote: { moreThan: { numerator: 1, denominator: 2 }, of: 'present' },
  noticeDays: 3,
  photos: 2,
  representatives: 2,
};

export const heldOn = '2015-11-06';
/** The day on which the meetings of these specs are closed. */
export const today = '2015-11-20';
export const convened = { kind: 'convened', sitting: 1, on: heldOn, place: '村部', noticeOn: '2015-11-03' } as const;

/** Numbers the events in the order they are given. */
export const recorded = (events: readonly MeetingEvent[]): MeetingFact[] =>
  events.map((event, place) => ({ ...event, sequence: place + 1 }));

export const meetingFrom = (events: readonly MeetingEvent[]): Meeting => meetingOf(recorded(events));

/** Households h1 … hN, each of a couple (`h1-man`, `h1-wife`) and a child. */
export const villagers = (households: number): Villager[] =>
  names(households).flatMap((householdId) => [
    { personId: `${householdId}-man`, householdId, birthDate: '1970-05-01', representative: householdId === 'h1' },
    { personId: `${householdId}-wife`, householdId, birthDate: '1972-11-06', representative: false },
    { personId: `${householdId}-child`, householdId, birthDate: '2003-01-31', representative: false },
  ]);

export const names = (households: number): string[] =>
  Array.from({ length: households }, (_, place) => `h${place + 1}`);

export const laid = (households: number): MeetingEvent[] =>
  names(households).map((householdId) => ({ kind: 'laid', householdId, assessment: 'sheet-1', confirmedIn: null }));

export const seated = (households: number): MeetingEvent[] =>
  rosterOf(rule.quorum, villagers(households), heldOn).map((seat) => ({ kind: 'seated', ...seat }));

export const attended = (sitting: number, ...persons: string[]): MeetingEvent[] =>
  persons.map((personId) => ({ kind: 'attended', sitting, personId }));

export const voted = (
  sitting: number,
  householdId: string,
  [yes, against, abstain]: [number, number, number],
  reason: string | null = null,
): MeetingEvent => ({ kind: 'voted', sitting, householdId, for: yes, against, abstain, reason });

export const papers = (sitting: number): MeetingEvent[] => [
  { kind: 'minutes-taken', sitting, text: '逐户评议。' },
  { kind: 'photographed', sitting, fileId: 'photo-1' },
  { kind: 'photographed', sitting, fileId: 'photo-2' },
  { kind: 'signed', sitting, as: 'chair', personId: 'secretary' },
  { kind: 'signed', sitting, as: 'recorder', personId: 'h1-man' },
  { kind: 'signed', sitting, as: 'representative', personId: 'h2-man' },
  { kind: 'signed', sitting, as: 'representative', personId: 'h3-man' },
];

/** Six households; five of them are there and confirm each other's, and the sixth's, by one vote; nothing is wanting. */
export const ordinary = (): MeetingEvent[] => [
  ...laid(6),
  ...seated(6),
  convened,
  ...attended(1, 'secretary', 'h1-man', 'h2-man', 'h3-man', 'h4-man', 'h5-wife'),
  { kind: 'voted-on-the-rest', sitting: 1, except: [], for: 5, against: 0, abstain: 0 },
  ...papers(1),
];

const pick = (g: GeneratorValue, least: number, most: number) => g(fc.integer, { min: least, max: most });

/** Any lawful meeting: some households voted on by themselves, some by the rest, perhaps after an adjournment. */
export function anyLawfulMeeting(g: GeneratorValue): MeetingEvent[] {
  const households = pick(g, 4, 12);
  const ids = names(households);
  const events: MeetingEvent[] = [...laid(households), ...seated(households)];
  for (const householdId of ids)
    if (pick(g, 0, 3) === 0) {
      const relative = `h${pick(g, 1, households)}-man`;
      events.push({ kind: 'recused', personId: relative, householdId, ground: 'declared', relation: '兄弟' });
    }
  const sittings = pick(g, 1, 2);
  let open = ids;
  for (let sitting = 1; sitting <= sittings; sitting += 1) {
    const isLast = sitting === sittings;
    const on = sitting === 1 ? heldOn : '2015-11-10';
    events.push({
      kind: 'convened',
      sitting,
      on,
      place: '村部',
      noticeOn: sitting === 1 ? '2015-11-03' : '2015-11-06',
    });
    // The first three sign; of the rest so many that the quorum is there.
    const absent = pick(g, 0, Math.min(households - 3, Math.floor(households / 3)));
    events.push(...attended(sitting, 'secretary', ...ids.slice(0, households - absent).map((id) => `${id}-man`)));
    const record = meetingFrom(events).sittings.find((each) => each.sitting === sitting)!;
    for (const householdId of open) {
      if (!isLast && pick(g, 0, 1) === 0) continue;
      const may = votersOn(meetingFrom(events), record, householdId).may.length;
      const yes = pick(g, 0, may);
      const against = pick(g, 0, may - yes);
      const abstain = pick(g, 0, may - yes - against);
      if (may === 0) events.push({ kind: 'referred', householdId, reason: '全组均为亲属' });
      else events.push(voted(sitting, householdId, [yes, against, abstain], 2 * yes > may ? null : '得分有异议'));
      open = open.filter((each) => each !== householdId);
    }
    events.push(...papers(sitting));
    if (!isLast) events.push({ kind: 'adjourned', sitting, to: '2015-11-10', reason: '天色已晚' });
  }
  return events;
}
