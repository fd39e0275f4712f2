import type { Recusal } from './recusal';
import type { Seat } from './roster';

/** Hands raised. */
export interface Count {
  for: number;
  against: number;
  abstain: number;
}

/** A household laid before the meeting. */
export interface Laid {
  householdId: string;
  /** Names what is judged, score and veto together: it changes whenever either does. */
  assessment: string;
  /** The round whose verdict still stands, because the same assessment was confirmed in it. */
  confirmedIn: number | null;
}

export interface Vote extends Count {
  householdId: string;
  /** Wanted when the household is not confirmed. */
  reason: string | null;
}

/** One vote on every household laid before the meeting but those that are excepted or voted on by themselves. */
export interface VoteOnTheRest extends Count {
  except: string[];
}

export type Signatory = 'chair' | 'recorder' | 'representative';

export interface Signature {
  as: Signatory;
  personId: string;
}

export interface Convening {
  /** The day of the sitting, `YYYY-MM-DD`. */
  on: string;
  place: string;
  /** The day on which it was made known, `YYYY-MM-DD`. */
  noticeOn: string;
}

export interface Adjournment {
  /** The day of the next sitting, `YYYY-MM-DD`. */
  to: string;
  reason: string;
}

type InSitting<Kind extends string, Content> = { kind: Kind; sitting: number } & Content;

export type MeetingEvent =
  | ({ kind: 'laid' } & Laid)
  | { kind: 'withdrawn'; householdId: string; reason: string }
  | ({ kind: 'seated' } & Seat)
  | ({ kind: 'recused' } & Recusal)
  | { kind: 'referred'; householdId: string; reason: string }
  | InSitting<'convened', Convening>
  | InSitting<'attended', { personId: string }>
  | InSitting<'voted', Vote>
  | InSitting<'voted-on-the-rest', VoteOnTheRest>
  | InSitting<'minutes-taken', { text: string }>
  | InSitting<'photographed', { fileId: string }>
  | InSitting<'signed', Signature>
  | InSitting<'adjourned', Adjournment>
  /** Takes back the fact of that number, for good; what was meant is recorded as a new fact. */
  | { kind: 'struck'; fact: number; reason: string };

/** One thing recorded about a meeting. Facts are only ever added; among facts about the same thing the highest number counts. */
export type MeetingFact = { sequence: number } & MeetingEvent;

/** Sittings are numbered from 1; a second one goes on with what the first did not decide. */
export interface SittingRecord {
  sitting: number;
  convening: Convening | null;
  /** Persons, with or without a seat. */
  attendance: string[];
  votes: Vote[];
  rest: VoteOnTheRest | null;
  minutes: string;
  photos: string[];
  signatures: Signature[];
  adjournment: Adjournment | null;
}

/** The review of a group's or a village's households in one round. */
export interface Meeting {
  households: Laid[];
  seats: Seat[];
  recusals: Recusal[];
  /** Households on which nobody may vote, handed to the meeting above, and why. */
  referrals: { householdId: string; reason: string }[];
  sittings: SittingRecord[];
}

/** The meeting as its facts tell it, in whatever order they come and however often each of them does. */
export function meetingOf(facts: readonly MeetingFact[]): Meeting {
  const events = standing(facts);
  const sittings = new Set(events.flatMap((event) => ('sitting' in event ? [event.sitting] : [])));
  return {
    households: latest(events, ['laid', 'withdrawn'], ({ householdId }) => householdId)
      .filter((event) => event.kind === 'laid')
      .map(({ householdId, assessment, confirmedIn }) => ({ householdId, assessment, confirmedIn })),
    seats: latest(events, ['seated'], ({ seat }) => seat).map(({ seat, householdId, holders }) => ({
      seat,
      householdId,
      holders,
    })),
    recusals: latest(events, ['recused'], ({ personId, householdId }) => JSON.stringify([personId, householdId])).map(
      ({ personId, householdId, ground, relation }) => ({ personId, householdId, ground, relation }),
    ),
    referrals: latest(events, ['referred'], ({ householdId }) => householdId).map(({ householdId, reason }) => ({
      householdId,
      reason,
    })),
    sittings: [...sittings].sort((one, other) => one - other).map((sitting) => sittingOf(sitting, events)),
  };
}

function sittingOf(sitting: number, all: readonly MeetingFact[]): SittingRecord {
  const events = all.filter((event) => 'sitting' in event && event.sitting === sitting);
  const [convened] = latest(events, ['convened'], once);
  const [rest] = latest(events, ['voted-on-the-rest'], once);
  const [minutes] = latest(events, ['minutes-taken'], once);
  const [adjourned] = latest(events, ['adjourned'], once);
  return {
    sitting,
    convening: convened ? { on: convened.on, place: convened.place, noticeOn: convened.noticeOn } : null,
    attendance: latest(events, ['attended'], ({ personId }) => personId).map(({ personId }) => personId),
    votes: latest(events, ['voted'], ({ householdId }) => householdId).map((vote) => ({
      householdId: vote.householdId,
      ...countOf(vote),
      reason: vote.reason,
    })),
    rest: rest ? { ...countOf(rest), except: [...rest.except].sort() } : null,
    minutes: minutes?.text ?? '',
    photos: latest(events, ['photographed'], ({ fileId }) => fileId).map(({ fileId }) => fileId),
    signatures: latest(events, ['signed'], ({ as, personId }) => JSON.stringify([as, personId])).map(
      ({ as, personId }) => ({ as, personId }),
    ),
    adjournment: adjourned ? { to: adjourned.to, reason: adjourned.reason } : null,
  };
}

/** The facts that were not struck, in the order of their numbers. */
function standing(facts: readonly MeetingFact[]): MeetingFact[] {
  const struck = new Set(facts.flatMap((fact) => (fact.kind === 'struck' ? [fact.fact] : [])));
  return facts.filter(({ sequence }) => !struck.has(sequence)).sort((one, other) => one.sequence - other.sequence);
}

type Of<Kind extends MeetingEvent['kind']> = Extract<MeetingFact, { kind: Kind }>;

/** Of the facts of these kinds the last one about each thing, ordered by its key. */
function latest<Kind extends MeetingEvent['kind']>(
  events: readonly MeetingFact[],
  kinds: readonly Kind[],
  keyOf: (event: Of<Kind>) => string,
): Of<Kind>[] {
  const last = new Map<string, Of<Kind>>();
  for (const event of events) if (isOf(event, kinds)) last.set(keyOf(event), event);
  return [...last.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, event]) => event);
}

function isOf<Kind extends MeetingEvent['kind']>(event: MeetingFact, kinds: readonly Kind[]): event is Of<Kind> {
  return (kinds as readonly string[]).includes(event.kind);
}

/** The key of what a sitting has only one of. */
function once(): string {
  return '';
}

function countOf({ for: yes, against, abstain }: Count): Count {
  return { for: yes, against, abstain };
}
