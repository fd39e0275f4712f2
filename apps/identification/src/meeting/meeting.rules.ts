import {
  laidAgain,
  meetingOf,
  recusalsInRegister,
  rosterOf,
  type Adjournment,
  type Convening,
  type Count,
  type GroupScores,
  type Kinship,
  type Laid,
  type Meeting,
  type MeetingEvent,
  type MeetingFact,
  type MeetingTerms,
  type Profile,
  type Recusal,
  type Seat,
  type Signature,
  type Villager,
  type VoteOnTheRest,
} from '@jingzhun/identification-rules';
import { InvalidInput, isUuid, NotAllowed, NotFound, StaleVersion } from '@jingzhun/kernel';
import { NotAtStage } from '../case/case.errors';
import type { SittingAsRead } from '../sitting/sitting.rules';

export interface DeclaredRecusal {
  personId: string;
  householdId: string;
  relation: string;
  /** The member of the household to whom he is kin; remembered for the meetings to come. */
  relativeId?: string | null;
}

export interface VoteAsked extends Count {
  householdId: string;
  reason?: string | null;
}

export interface RestAsked extends Count {
  except?: string[] | null;
}

export interface Referral {
  householdId: string;
  reason: string;
}

export interface SignatureAsked extends Signature {
  /** The picture of it, where there is one. */
  fileId?: string | null;
}

/** What a paper protocol holds of one sitting, but for its day and place. */
export interface Protocol {
  attendance: string[];
  recusals: DeclaredRecusal[];
  votes: VoteAsked[];
  rest?: RestAsked | null;
  referrals: Referral[];
  minutes: string;
  photos: string[];
  signatures: SignatureAsked[];
  adjournment?: Adjournment | null;
}

/** What the register knows of those who may come to a meeting. */
export interface Register {
  villagers: Villager[];
  kinships: Kinship[];
}

/** Whose duty the meeting of a unit is. */
const secretaryOf = { group: 'groupSecretary', village: 'villageSecretary' } as const;

/** @throws NotFound, NotAllowed, NotAtStage, StaleVersion */
export function assertMayRecord(
  sitting: SittingAsRead,
  { roles, version, kind = sitting.kind }: { roles: readonly string[]; version: number; kind?: 'group' | 'village' },
): void {
  if (sitting.kind !== kind) throw new NotFound(`There is no such ${kind} sitting.`, 'sittingId');
  const secretary = secretaryOf[sitting.kind];
  if (!roles.includes(secretary)) throw new NotAllowed(`This meeting is held and recorded by the ${secretary}.`);
  if (sitting.state !== 'open') throw new NotAtStage('The meeting was held already.', 'sittingId');
  if (sitting.version !== version) throw new StaleVersion('The sitting was changed after it was read.', 'version');
}

/** How the unit meets by this profile, which was checked when it was saved. */
export function meetingTerms(profile: Pick<Profile, 'key' | 'meetings'>, kind: 'group' | 'village'): MeetingTerms {
  const terms = profile.meetings[kind];
  if (!terms) throw new RangeError(`profile ${profile.key} does not say how a ${kind} meets`);
  return terms;
}

/** The number of the sitting that a convening is about: the next one after an adjournment, else the one that is to come. */
export function sittingToConvene({ sittings }: Meeting): number {
  const last = sittings.at(-1);
  if (!last) return 1;
  return last.adjournment ? last.sitting + 1 : last.sitting;
}

/** The number of the sitting that is being recorded. @throws NotAtStage before the first was convened */
export function sittingNow({ sittings }: Meeting): number {
  const last = sittings.at(-1);
  if (!last) throw new NotAtStage('Convene the sitting first: its day, place and notice.', 'sittingId');
  return last.sitting;
}

/** The seats of a meeting held on `on`, and those that the register bars from a household. */
export function rosterEvents(terms: MeetingTerms, register: Register, on: string): MeetingEvent[] {
  const seats = rosterOf(terms.quorum, register.villagers, on);
  return [
    ...seats.map((seat: Seat) => ({ kind: 'seated' as const, ...seat })),
    ...barredIn(terms, register, seats).map((recusal) => ({ kind: 'recused' as const, ...recusal })),
  ];
}

function barredIn(terms: MeetingTerms, { villagers, kinships }: Register, seats: readonly Seat[]): Recusal[] {
  const seated = new Set(seats.flatMap(({ holders }) => holders));
  const households = new Map(villagers.map(({ personId, householdId }) => [personId, householdId]));
  return recusalsInRegister(terms.recusal, households, kinships).filter(({ personId }) => seated.has(personId));
}

/** Whom the register has come to bar since the roster was drawn: where one names his kin, that kin is barred as well. */
export function barredSince(meeting: Meeting, terms: MeetingTerms, register: Register): MeetingEvent[] {
  const keyOf = ({ personId, householdId }: Pick<Recusal, 'personId' | 'householdId'>) => `${personId} ${householdId}`;
  const known = new Set(meeting.recusals.map(keyOf));
  return barredIn(terms, register, meeting.seats)
    .filter((recusal) => !known.has(keyOf(recusal)))
    .map((recusal) => ({ kind: 'recused', ...recusal }));
}

/** @throws InvalidInput when a day is none */
export function conveningOf(sitting: number, { on, place, noticeOn }: Convening): MeetingEvent[] {
  assertDay(on, 'on');
  assertDay(noticeOn, 'noticeOn');
  return [{ kind: 'convened', sitting, on, place, noticeOn }];
}

/** Every holder of a seat, and every guest, who was there. @throws InvalidInput */
export function attendanceOf(sitting: number, persons: readonly string[]): MeetingEvent[] {
  assertIds(persons, 'attendance');
  return [...new Set(persons)].map((personId) => ({ kind: 'attended', sitting, personId }));
}

/** @throws InvalidInput */
export function recusalsOf(recusals: readonly DeclaredRecusal[]): MeetingEvent[] {
  assertIds(
    recusals.flatMap(({ personId, householdId, relativeId }) => [personId, householdId, relativeId ?? []].flat()),
    'recusals',
  );
  for (const { relation } of recusals) assertWords(relation, 'recusals', 'Say how the person is related.');
  return recusals.map(({ personId, householdId, relation }) => ({
    kind: 'recused',
    personId,
    householdId,
    ground: 'declared',
    relation,
  }));
}

/** @throws InvalidInput */
export function votesOf(
  sitting: number,
  { votes, rest }: { votes: readonly VoteAsked[]; rest?: RestAsked | null },
): MeetingEvent[] {
  const except = rest?.except ?? [];
  assertIds([...votes.map(({ householdId }) => householdId), ...except], 'votes');
  const named = new Set<string>();
  for (const { householdId } of votes) {
    if (named.has(householdId)) throw new InvalidInput(`Household ${householdId} is voted on twice.`, 'votes');
    named.add(householdId);
  }
  const onTheRest: VoteOnTheRest | undefined = rest ? { ...countOf(rest), except } : undefined;
  return [
    ...votes.map((vote): MeetingEvent => {
      const { householdId, reason } = vote;
      return { kind: 'voted', sitting, householdId, ...countOf(vote), reason: reason ?? null };
    }),
    ...(onTheRest ? [{ kind: 'voted-on-the-rest', sitting, ...onTheRest } satisfies MeetingEvent] : []),
  ];
}

/** @throws InvalidInput */
export function referralsOf(referrals: readonly Referral[]): MeetingEvent[] {
  assertIds(
    referrals.map(({ householdId }) => householdId),
    'referrals',
  );
  for (const { reason } of referrals) assertWords(reason, 'referrals', 'Say why the household is referred.');
  return referrals.map(({ householdId, reason }) => ({ kind: 'referred', householdId, reason }));
}

/** @throws InvalidInput */
export function recordOf(
  sitting: number,
  { minutes, photos, signatures }: Pick<Protocol, 'minutes' | 'photos' | 'signatures'>,
): MeetingEvent[] {
  assertIds(
    signatures.map(({ personId }) => personId),
    'signatures',
  );
  return [
    ...(minutes.trim() ? [{ kind: 'minutes-taken', sitting, text: minutes } satisfies MeetingEvent] : []),
    ...photos.map((fileId): MeetingEvent => ({ kind: 'photographed', sitting, fileId })),
    // The picture belongs to the fact; the rules do not ask for it.
    ...signatures.map(({ as, personId, fileId }) => {
      return { kind: 'signed' as const, sitting, as, personId, ...(fileId ? { fileId } : {}) };
    }),
  ];
}

/** @throws InvalidInput */
export function adjournmentOf(sitting: number, { to, reason }: Adjournment): MeetingEvent[] {
  assertDay(to, 'adjournment.to');
  assertWords(reason, 'adjournment.reason', 'Say why the sitting is adjourned.');
  return [{ kind: 'adjourned', sitting, to, reason }];
}

/** The whole of a protocol. @throws InvalidInput */
export function protocolOf(sitting: number, protocol: Protocol): MeetingEvent[] {
  return [
    ...attendanceOf(sitting, protocol.attendance),
    ...recusalsOf(protocol.recusals),
    ...votesOf(sitting, protocol),
    ...referralsOf(protocol.referrals),
    ...recordOf(sitting, protocol),
    ...(protocol.adjournment ? adjournmentOf(sitting, protocol.adjournment) : []),
  ];
}

/**
 * Takes a fact back. What was laid before the meeting was not said by a person, and a striking is final.
 * @throws InvalidInput
 */
export function strikeOf(
  facts: readonly MeetingFact[],
  { fact, reason }: { fact: number; reason: string },
): MeetingEvent[] {
  const struck = facts.find(({ sequence }) => sequence === fact);
  if (!struck || struck.kind === 'laid' || struck.kind === 'struck')
    throw new InvalidInput(`There is no fact ${fact} that could be struck.`, 'fact');
  assertWords(reason, 'reason', 'Say why the fact is struck.');
  return [{ kind: 'struck', fact, reason }];
}

/** What an earlier meeting of the same kind said of a household. */
export interface EarlierVerdict {
  householdId: string;
  assessment: string;
  verdict: 'confirmed' | 'returned' | 'referred';
  confirmedIn: number | null;
  round: number;
}

/** How households come before a meeting: those confirmed in an earlier round, and untouched since, keep their verdict. */
export function laidBefore(
  earlier: readonly EarlierVerdict[],
  households: readonly { householdId: string; assessment: string }[],
): Laid[] {
  const before = new Map(earlier.map((verdict) => [verdict.householdId, verdict]));
  return households.flatMap((household) => {
    const last = before.get(household.householdId);
    return laidAgain({ round: last?.round ?? 0, ballots: last ? [last] : [] }, [household]);
  });
}

export function meetingFrom(facts: readonly MeetingFact[], more: readonly MeetingEvent[] = []): Meeting {
  const last = facts.reduce((highest, { sequence }) => Math.max(highest, sequence), 0);
  return meetingOf([...facts, ...more.map((event, place) => ({ ...event, sequence: last + 1 + place }))]);
}

/** The scores of a village's groups, each compared with all the others. */
export function neighbouring(groups: readonly Omit<GroupScores, 'neighbours'>[]): GroupScores[] {
  const all = groups.map(({ group }) => group);
  return groups.map((group) => ({ ...group, neighbours: all.filter((other) => other !== group.group) }));
}

function countOf({ for: yes, against, abstain }: Count): Count {
  return { for: yes, against, abstain };
}

function assertIds(ids: readonly string[], field: string): void {
  const wrong = ids.find((id) => !isUuid(id));
  if (wrong !== undefined) throw new InvalidInput(`${wrong} is not the identifier of a record.`, field);
}

function assertWords(text: string, field: string, problem: string): void {
  if (!text.trim()) throw new InvalidInput(problem, field);
}

/** @throws InvalidInput unless it is a day, written YYYY-MM-DD. */
export function assertDay(day: string, field: string): void {
  const at = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day)
    throw new InvalidInput('A date is written YYYY-MM-DD.', field);
}
