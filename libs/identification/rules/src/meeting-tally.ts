import type { Count, Laid, Meeting, SittingRecord } from './meeting';
import { isQuorate, quorumOf, seatsTaken, type QuorumRule, type Seat } from './roster';
import { exceeds, type Share } from './share';

/** What carries a household (domain reference 4.3: the majority of those present). */
export interface VoteRule {
  /** The share of votes that must be exceeded. */
  moreThan: Share;
  /** Of whom: all who are present and may vote on the household, or only those who did not abstain. */
  of: 'present' | 'cast';
}

export interface TallyRule {
  quorum: QuorumRule;
  vote: VoteRule;
}

export interface Presence {
  sitting: number;
  seats: number;
  taken: number;
  needed: number;
  quorate: boolean;
}

/**
 * What the meeting has decided on a household. `entitled` are the seats taken that may vote on it, `barred` names those
 * that may not. In a vote on the rest barred seats raise their hands with the others, so `for` is then what is left when
 * all of them had been for it: the household is confirmed only where that does not matter.
 */
export interface Ballot extends Count {
  householdId: string;
  assessment: string;
  verdict: 'confirmed' | 'returned' | 'referred' | 'undecided';
  by: 'itself' | 'the-rest' | 'an-earlier-round' | null;
  confirmedIn: number | null;
  sitting: number | null;
  entitled: number;
  barred: string[];
  reason: string | null;
}

export interface Tally {
  presence: Presence[];
  /** Ordered by household. */
  ballots: Ballot[];
}

/**
 * Counts the meeting from its record. The first sitting with a quorum and a lawful vote on a household decides it; a vote
 * with more hands than seats that may vote is void and decides nothing.
 */
export function tallyOf(meeting: Meeting, rule: TallyRule): Tally {
  const presence = meeting.sittings.map((sitting) => presenceIn(meeting, sitting, rule.quorum));
  const quorate = meeting.sittings.filter((_, place) => presence[place]?.quorate);
  const ballots = meeting.households.map((household) => {
    if (household.confirmedIn !== null) return reused(household, household.confirmedIn);
    for (const sitting of quorate) {
      const ballot = ballotIn(meeting, sitting, rule.vote, household);
      if (ballot) return ballot;
    }
    return undecided(household);
  });
  return { presence, ballots };
}

/** Which seats taken in a sitting may vote on a household, and which may not: its own, and those whose sitter is kin. */
export function votersOn(
  meeting: Meeting,
  sitting: SittingRecord,
  householdId: string,
): { may: Seat[]; barred: Seat[] } {
  const there = new Set(sitting.attendance);
  const kin = new Set(
    meeting.recusals.filter((recusal) => recusal.householdId === householdId).map(({ personId }) => personId),
  );
  const isBarred = (seat: Seat) =>
    seat.householdId === householdId || seat.holders.some((holder) => there.has(holder) && kin.has(holder));
  const taken = seatsTaken(meeting.seats, sitting.attendance);
  return { may: taken.filter((seat) => !isBarred(seat)), barred: taken.filter(isBarred) };
}

/** Whether the vote on the rest in a sitting was also a vote on this household. */
function isOfTheRest(sitting: SittingRecord, householdId: string): boolean {
  if (!sitting.rest || sitting.rest.except.includes(householdId)) return false;
  return sitting.votes.every((vote) => vote.householdId !== householdId);
}

/** Whether so many hands can have been raised by `voters`. */
export function isPossible({ for: yes, against, abstain }: Count, voters: number): boolean {
  const hands = [yes, against, abstain];
  return hands.every((each) => Number.isInteger(each) && each >= 0) && yes + against + abstain <= voters;
}

/**
 * The list of the next round: what was confirmed, now or in a round before, stands where the assessment is the same, and
 * only the rest is voted on again.
 */
export function laidAgain(
  previous: { round: number; ballots: readonly Ballot[] },
  households: readonly { householdId: string; assessment: string }[],
): Laid[] {
  const ballots = new Map(previous.ballots.map((ballot) => [ballot.householdId, ballot]));
  return households.map(({ householdId, assessment }) => {
    const ballot = ballots.get(householdId);
    const stands = ballot?.verdict === 'confirmed' && ballot.assessment === assessment;
    return { householdId, assessment, confirmedIn: stands ? (ballot.confirmedIn ?? previous.round) : null };
  });
}

function presenceIn(meeting: Meeting, { sitting, attendance }: SittingRecord, rule: QuorumRule): Presence {
  const seats = meeting.seats.length;
  const taken = seatsTaken(meeting.seats, attendance).length;
  return { sitting, seats, taken, needed: quorumOf(rule, seats), quorate: isQuorate(rule, seats, taken) };
}

function ballotIn(meeting: Meeting, sitting: SittingRecord, rule: VoteRule, household: Laid): Ballot | undefined {
  const { householdId } = household;
  const { may, barred } = votersOn(meeting, sitting, householdId);
  const voters = {
    ...undecided(household),
    sitting: sitting.sitting,
    entitled: may.length,
    barred: barred.map(({ seat }) => seat),
  };
  if (may.length === 0) {
    const referral = meeting.referrals.find((each) => each.householdId === householdId);
    return referral && { ...voters, verdict: 'referred', reason: referral.reason };
  }
  const vote = sitting.votes.find((each) => each.householdId === householdId);
  if (vote && isPossible(vote, may.length)) {
    const verdict = isCarried(rule, vote, may.length) ? 'confirmed' : 'returned';
    return { ...voters, ...vote, verdict, by: 'itself' };
  }
  if (sitting.rest && isOfTheRest(sitting, householdId) && isPossible(sitting.rest, may.length + barred.length)) {
    const { for: yes, against, abstain } = sitting.rest;
    const least = { for: Math.max(0, yes - barred.length), against, abstain };
    if (isCarried(rule, least, may.length)) return { ...voters, ...least, verdict: 'confirmed', by: 'the-rest' };
  }
  return undefined;
}

function isCarried(rule: VoteRule, count: Count, entitled: number): boolean {
  return exceeds(count.for, rule.of === 'present' ? entitled : count.for + count.against, rule.moreThan);
}

function reused(household: Laid, round: number): Ballot {
  return { ...undecided(household), verdict: 'confirmed', by: 'an-earlier-round', confirmedIn: round };
}

function undecided({ householdId, assessment }: Laid): Ballot {
  return {
    householdId,
    assessment,
    verdict: 'undecided',
    by: null,
    confirmedIn: null,
    sitting: null,
    entitled: 0,
    barred: [],
    for: 0,
    against: 0,
    abstain: 0,
    reason: null,
  };
}
