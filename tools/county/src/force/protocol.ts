import type { Random } from '../generator/random';

/** A meeting as its secretary sees it before the first vote. */
export interface MeetingSeen {
  tally: { ballots: { householdId: string; householdNumber: string; confirmedIn: number | null }[] };
  roster: SeatSeen[];
}

interface SeatSeen {
  householdId: string;
  holders: { personId: string; recusedFrom: string[] }[];
}

export const meetingFields = `
  tally { ballots { householdId householdNumber confirmedIn } }
  roster { householdId holders { personId recusedFrom } }`;

export interface Course {
  /** Who takes the chair: a guest with no vote. */
  chair: string;
  /** Whether the meeting sends a household back, by its number. */
  isDoubted: (household: string) => boolean;
  chance: Random;
}

interface Recusal {
  personId: string;
  householdId: string;
  relation: string;
  relativeId: string;
}

/** Of those present: kin are barred from each other's households, whichever of them says it. */
function barredBy({ personId, householdId, relativeId }: Recusal, present: readonly Present[], household: string) {
  const own = present.find((seat) => seat.personId === personId)?.householdId;
  return present.filter(
    (seat) =>
      (seat.personId === personId && household === householdId) || (seat.personId === relativeId && household === own),
  );
}

interface Vote {
  householdId: string;
  for: number;
  against: number;
  abstain: number;
  reason?: string;
}

interface Present {
  householdId: string;
  personId: string;
  recusedFrom: string[];
}

/** Two thirds (domain reference 4.3), which is what the profiles of this release ask for. */
const quorumOf = (seats: number) => Math.ceil((2 * seats) / 3);

/** The protocol of a sitting to which fewer came than must. */
export function poorlyAttended({ roster }: MeetingSeen, { chance }: Pick<Course, 'chance'>, to: string) {
  const needed = quorumOf(roster.length);
  const present = draw(roster, chance, needed - 1 - chance.between(0, Math.floor((needed - 1) / 4)));
  return {
    attendance: present.map(({ personId }) => personId),
    minutes: `应到${roster.length}，实到${present.length}，不足三分之二，休会。`,
    adjournment: { to, reason: '到会人数不足三分之二。' },
  };
}

/** The protocol of a sitting to which about eighty of a hundred came and which decided on every household. */
export function wellAttended({ tally, roster }: MeetingSeen, { chair, isDoubted, chance }: Course) {
  const seats = roster.length;
  const count = Math.round(seats * (0.72 + 0.16 * chance.next()));
  const present = draw(roster, chance, Math.min(seats, Math.max(quorumOf(seats), count)));
  const open = tally.ballots.filter(({ confirmedIn }) => confirmedIn === null);
  const recusals = declared(roster, present, new Set(open.map(({ householdId }) => householdId)), chance);
  const unwilling = Math.floor(present.length / 8);
  const abstain = chance.between(0, unwilling);
  const against = chance.between(0, unwilling - abstain);
  const kinOf = (household: string) => recusals.flatMap((recusal) => barredBy(recusal, present, household));
  const ballots = open.map(({ householdId, householdNumber }) => {
    const kin = kinOf(householdId);
    const barred = present.filter(
      (seat) => seat.householdId === householdId || seat.recusedFrom.includes(householdId) || kin.includes(seat),
    ).length;
    return { householdId, isDoubted: isDoubted(householdNumber), entitled: present.length - barred };
  });
  const votes = ballots
    .filter(({ entitled }) => entitled > 0)
    .flatMap((ballot): Vote[] => {
      const { householdId, entitled } = ballot;
      if (ballot.isDoubted) return [doubtful(householdId, entitled)];
      // Where many are barred, the hands of the rest would not tell that it was carried.
      return kinOf(householdId).length > 0 || entitled <= 2 * (abstain + against)
        ? [carried(householdId, entitled)]
        : [];
    });
  const [representative] = present;
  const recorder = [...present.slice(1), ...roster.flatMap(({ holders }) => holders)].find(
    ({ personId }) => personId !== representative?.personId,
  )?.personId;
  return {
    attendance: [...new Set([chair, ...present.map(({ personId }) => personId), ...(recorder ? [recorder] : [])])],
    recusals,
    votes,
    rest: { for: present.length - abstain - against, against, abstain },
    referrals: ballots
      .filter(({ entitled }) => entitled === 0)
      .map(({ householdId }) => ({ householdId, reason: '到会人员均须回避，提交上级会议审议。' })),
    minutes: `应到${seats}，实到${present.length}，逐户评议，退回${votes.filter(({ reason }) => reason).length}户。`,
    signatures: [
      { as: 'chair', personId: chair },
      ...(recorder ? [{ as: 'recorder', personId: recorder }] : []),
      ...(representative ? [{ as: 'representative', personId: representative.personId }] : []),
    ],
  };
}

function draw(roster: readonly SeatSeen[], chance: Random, count: number): Present[] {
  return chance
    .shuffled(roster)
    .slice(0, Math.max(0, count))
    .map(({ householdId, holders }) => ({ householdId, ...chance.pick(holders) }));
}

/** In a third of the meetings somebody says that the household of his brother or sister is on the list. */
function declared(
  roster: readonly SeatSeen[],
  present: readonly Present[],
  open: ReadonlySet<string>,
  chance: Random,
): Recusal[] {
  const says = chance.chance(0.35);
  const [person] = present;
  const kin = roster.filter(({ householdId }) => householdId !== person?.householdId && open.has(householdId));
  if (!says || !person || present.length < 4 || kin.length === 0) return [];
  const { householdId, holders } = chance.pick(kin);
  return [{ personId: person.personId, householdId, relation: 'sibling', relativeId: holders[0]!.personId }];
}

function doubtful(householdId: string, entitled: number): Vote {
  const yes = Math.floor(entitled / 4);
  const abstain = Math.floor(entitled / 10);
  const reason = '群众反映家中有未计入的大型农机，请重新核实评分。';
  return { householdId, for: yes, against: entitled - yes - abstain, abstain, reason };
}

function carried(householdId: string, entitled: number): Vote {
  const abstain = entitled >= 5 ? 1 : 0;
  return { householdId, for: entitled - abstain, against: 0, abstain };
}
