import type { Meeting, Signatory, SittingRecord } from './meeting';
import { isPossible, tallyOf, votersOn, type Ballot, type Presence, type TallyRule } from './meeting-tally';
import type { Problem } from './problem';
import { seatsTaken } from './roster';

/** What makes a meeting valid. No source gives notice, photos or signatures for 2015 (domain reference 4.3): all are data. */
export interface MeetingRule extends TallyRule {
  /** Calendar days between the notice and the sitting. */
  noticeDays: number;
  photos: number;
  /** How many of those present sign besides chair and recorder. */
  representatives: number;
}

const advice = {
  NOTHING_LAID: 'Lay the households before the meeting.',
  ROSTER_MISSING: 'Draw up the roster of those entitled to a seat.',
  NOT_CONVENED: 'Convene the sitting: day, place and the day of the notice.',
  NOT_HELD_YET: 'Close the meeting after its sitting was held.',
  NOTICE_TOO_SHORT: 'Hold the sitting again, with notice in time.',
  NO_QUORUM: 'Adjourn to a second sitting and take the votes there.',
  HOUSEHOLD_NOT_LAID: 'Strike the vote: the household is not on the list.',
  COUNT_IMPOSSIBLE: 'Count the hands again: nobody votes twice, on his own household or on that of his kin.',
  NOBODY_MAY_VOTE: 'Refer the household to the meeting above, with the reason.',
  REFERRED_NEEDLESSLY: 'Strike the referral: there are seats that may vote on the household.',
  DECIDED_ALREADY: 'Strike the later vote: what a sitting has decided is not voted on again in the same round.',
  HOUSEHOLD_UNDECIDED: 'Vote on the household by itself, or adjourn and do so in the next sitting.',
  REASON_MISSING: 'Say why the household is not confirmed: it has a right to know.',
  MINUTES_MISSING: 'Add the minutes.',
  PHOTOS_MISSING: 'Add photos of the sitting.',
  SIGNATURE_MISSING: 'Have the record signed.',
  SIGNED_TWICE: 'Let another person sign: chair and recorder are two people, and neither signs as a representative.',
  SIGNED_BY_ABSENT: 'Correct the attendance, or strike the signature: only those present sign.',
  NO_REASON_TO_ADJOURN: 'Say why the sitting was adjourned.',
  SECOND_SITTING_MISSING: 'Hold the sitting to which the meeting was adjourned.',
  SECOND_SITTING_TOO_EARLY: 'Hold the next sitting on the day to which the meeting was adjourned, or later.',
  NOT_ADJOURNED: 'Record the adjournment of the sitting before, with its reason, or strike this sitting.',
} as const;

export type ClosingCode = keyof typeof advice;

/** Why a meeting cannot close. `householdId` says on which household, when it is about one. */
export interface ClosingProblem extends Problem<ClosingCode> {
  householdId: string | null;
}

/**
 * Everything that keeps a meeting from being closed on `today` (`YYYY-MM-DD`): with an empty answer it is valid and may
 * close. Fields name the place in the record, such as `sittings.2.photos`.
 */
export function checkClosing(meeting: Meeting, rule: MeetingRule, today: string): ClosingProblem[] {
  const { presence, ballots } = tallyOf(meeting, rule);
  const quorate = meeting.sittings.filter((_, place) => presence[place]?.quorate);
  const open = ballots.some(({ by }) => by !== 'an-earlier-round');
  return [
    ...when(ballots.length === 0, 'NOTHING_LAID', 'households', 'no household is laid before the meeting'),
    ...when(meeting.seats.length === 0, 'ROSTER_MISSING', 'seats', 'nobody has a seat'),
    ...when(open && meeting.sittings.length === 0, 'NOT_CONVENED', 'sittings', 'there was no sitting'),
    ...meeting.sittings.flatMap((sitting, place) => [
      ...checkConvening(sitting, rule.noticeDays, today),
      ...checkFollowing(sitting, meeting.sittings[place - 1]),
      ...(isWorking(sitting) ? checkPresence(sitting, presence[place]!) : []),
      ...checkVotes(meeting, sitting, ballots),
      ...(isWorking(sitting) ? [...checkRecord(sitting, rule), ...checkSignatures(meeting, sitting, rule)] : []),
      ...checkAdjournment(sitting, meeting.sittings[place + 1]),
    ]),
    ...ballots.flatMap((ballot) => checkBallot(meeting, quorate, ballot)),
  ];
}

function checkConvening({ sitting, convening }: SittingRecord, noticeDays: number, today: string): ClosingProblem[] {
  const field = `sittings.${sitting}.convening`;
  if (!convening) return [say('NOT_CONVENED', field, `sitting ${sitting} was never convened`)];
  const { on, place, noticeOn } = convening;
  const notice = daysBetween(noticeOn, on);
  return [
    ...when(place.trim() === '', 'NOT_CONVENED', `${field}.place`, `sitting ${sitting} has no place`),
    ...when(on > today, 'NOT_HELD_YET', `${field}.on`, `sitting ${sitting} is on ${on}, after ${today}`),
    ...when(
      // A date that cannot be read is no notice either.
      !(notice >= noticeDays),
      'NOTICE_TOO_SHORT',
      `${field}.noticeOn`,
      `notice of ${on} was given on ${noticeOn}; ${noticeDays} days are wanted`,
    ),
  ];
}

function checkFollowing({ sitting, convening }: SittingRecord, before: SittingRecord | undefined): ClosingProblem[] {
  const field = `sittings.${sitting}.convening.on`;
  if (!before) return [];
  if (!before.adjournment)
    return [
      say('NOT_ADJOURNED', field, `sitting ${before.sitting} was not adjourned, yet there is a sitting ${sitting}`),
    ];
  const { to } = before.adjournment;
  return when(
    convening !== null && (convening.on < to || convening.on <= (before.convening?.on ?? '')),
    'SECOND_SITTING_TOO_EARLY',
    field,
    `sitting ${sitting} was held on ${convening?.on}, before the ${to} it was adjourned to`,
  );
}

/** An adjourned sitting that took no vote decided nothing and owes neither quorum nor minutes. */
function isWorking({ votes, rest, adjournment }: SittingRecord): boolean {
  return votes.length > 0 || rest !== null || adjournment === null;
}

function checkPresence({ sitting }: SittingRecord, { seats, taken, needed, quorate }: Presence): ClosingProblem[] {
  return when(
    !quorate,
    'NO_QUORUM',
    `sittings.${sitting}.attendance`,
    `${taken} of ${seats} seats were taken in sitting ${sitting}; ${needed} are needed`,
  );
}

function checkVotes(meeting: Meeting, sitting: SittingRecord, ballots: readonly Ballot[]): ClosingProblem[] {
  const of = new Map(ballots.map((ballot) => [ballot.householdId, ballot]));
  const field = `sittings.${sitting.sitting}.votes`;
  const taken = seatsTaken(meeting.seats, sitting.attendance).length;
  const { rest } = sitting;
  return [
    ...sitting.votes.flatMap((vote) => {
      const { householdId } = vote;
      const ballot = of.get(householdId);
      if (!ballot) return [say('HOUSEHOLD_NOT_LAID', field, 'there is a vote on a household not laid', householdId)];
      const { may } = votersOn(meeting, sitting, householdId);
      const decidedBefore = ballot.by === 'an-earlier-round' || (ballot.sitting ?? Infinity) < sitting.sitting;
      return [
        ...when(
          !isPossible(vote, may.length),
          'COUNT_IMPOSSIBLE',
          field,
          `the hands do not fit the ${may.length} seats that may vote`,
          householdId,
        ),
        ...when(decidedBefore, 'DECIDED_ALREADY', field, 'the household was decided before', householdId),
      ];
    }),
    ...when(
      rest !== null && !isPossible(rest, taken),
      'COUNT_IMPOSSIBLE',
      `sittings.${sitting.sitting}.rest`,
      `the hands do not fit the ${taken} seats taken`,
    ),
    ...(rest?.except ?? [])
      .filter((householdId) => !of.has(householdId))
      .map((householdId) =>
        say('HOUSEHOLD_NOT_LAID', `sittings.${sitting.sitting}.rest`, 'an exception is not laid', householdId),
      ),
  ];
}

function checkRecord({ sitting, minutes, photos }: SittingRecord, rule: MeetingRule): ClosingProblem[] {
  return [
    ...when(
      minutes.trim() === '',
      'MINUTES_MISSING',
      `sittings.${sitting}.minutes`,
      `sitting ${sitting} has no minutes`,
    ),
    ...when(
      photos.length < rule.photos,
      'PHOTOS_MISSING',
      `sittings.${sitting}.photos`,
      `sitting ${sitting} has ${photos.length} photos of ${rule.photos}`,
    ),
  ];
}

function checkSignatures(meeting: Meeting, record: SittingRecord, rule: MeetingRule): ClosingProblem[] {
  const { sitting, signatures, attendance } = record;
  const field = `sittings.${sitting}.signatures`;
  const seated = new Set(meeting.seats.flatMap(({ holders }) => holders));
  const wanted: [Signatory, number, number][] = [
    ['chair', 1, by('chair').length],
    ['recorder', 1, by('recorder').length],
    ['representative', rule.representatives, by('representative').filter((personId) => seated.has(personId)).length],
  ];
  function by(as: Signatory): string[] {
    return signatures.filter((signature) => signature.as === as).map(({ personId }) => personId);
  }
  return [
    ...wanted.flatMap(([as, want, have]) =>
      when(have < want, 'SIGNATURE_MISSING', `${field}.${as}`, `sitting ${sitting} has ${have} of ${want} as ${as}`),
    ),
    ...when(
      new Set(signatures.map(({ personId }) => personId)).size < signatures.length,
      'SIGNED_TWICE',
      field,
      `one person signed sitting ${sitting} in two roles`,
    ),
    ...when(
      signatures.some(({ personId }) => !attendance.includes(personId)),
      'SIGNED_BY_ABSENT',
      field,
      `somebody signed sitting ${sitting} who was not there`,
    ),
  ];
}

function checkAdjournment({ sitting, adjournment }: SittingRecord, after: SittingRecord | undefined): ClosingProblem[] {
  if (!adjournment) return [];
  const field = `sittings.${sitting}.adjournment`;
  return [
    ...when(
      adjournment.reason.trim() === '',
      'NO_REASON_TO_ADJOURN',
      `${field}.reason`,
      `sitting ${sitting} was adjourned without a reason`,
    ),
    ...when(!after, 'SECOND_SITTING_MISSING', `${field}.to`, `the sitting of ${adjournment.to} was not held`),
  ];
}

function checkBallot(meeting: Meeting, quorate: readonly SittingRecord[], ballot: Ballot): ClosingProblem[] {
  const { householdId, verdict, reason } = ballot;
  const barredToAll =
    quorate.length > 0 && quorate.every((sitting) => votersOn(meeting, sitting, householdId).may.length === 0);
  return [
    ...when(
      verdict === 'undecided',
      barredToAll ? 'NOBODY_MAY_VOTE' : 'HOUSEHOLD_UNDECIDED',
      'households',
      barredToAll ? 'everybody present is barred from voting' : 'there is no lawful vote that decides',
      householdId,
    ),
    ...when(
      verdict !== 'referred' && meeting.referrals.some((referral) => referral.householdId === householdId),
      'REFERRED_NEEDLESSLY',
      'referrals',
      'the household was referred though it can be voted on',
      householdId,
    ),
    ...when(
      (verdict === 'returned' || verdict === 'referred') && !reason?.trim(),
      'REASON_MISSING',
      verdict === 'returned' ? `sittings.${ballot.sitting}.votes` : 'referrals',
      `the household is ${verdict} without a reason`,
      householdId,
    ),
  ];
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}

function when(
  wrong: boolean,
  code: ClosingCode,
  field: string,
  problem: string,
  householdId: string | null = null,
): ClosingProblem[] {
  return wrong ? [say(code, field, problem, householdId)] : [];
}

function say(code: ClosingCode, field: string, problem: string, householdId: string | null = null): ClosingProblem {
  return { code, field, problem, advice: advice[code], householdId };
}
