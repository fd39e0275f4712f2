import type { MeetingTerms } from '../profile';

/**
 * The meetings of this release. Two thirds present and the majority of those present are sourced (domain reference 4.3).
 * All else is a WORKING VALUE: one day's notice, because the single account of three days is literary and would leave no room
 * for a second sitting; no photo, because no source asks for one; one villager's signature beside chair and recorder; the
 * recusal of close kin, of whom no source of 2015 speaks; and the measures by which a group's scores stand out.
 */
const working = {
  vote: { moreThan: { numerator: 1, denominator: 2 }, of: 'present' },
  noticeDays: 1,
  photos: 0,
  representatives: 1,
  recusal: { relations: ['spouse', 'parent', 'child', 'sibling', 'grandparent', 'grandchild'] },
} as const satisfies Partial<MeetingTerms>;

const twoThirds = { numerator: 2, denominator: 3 };

function terms(seats: MeetingTerms['quorum']['seats']): MeetingTerms {
  const { vote, recusal, ...rest } = working;
  return {
    ...rest,
    quorum: { seats, adultAge: 18, present: { ...twoThirds } },
    vote: { ...vote, moreThan: { ...vote.moreThan } },
    recusal: { relations: [...recusal.relations] },
  };
}

/** 村民小组评议: one voice for each household. */
export const groupMeeting = terms('household-representatives');

/** 村民代表会议: one voice for each elected representative; nobody compares scores. */
export const villageMeeting = terms('village-representatives');

/** The same over groups whose households are scored. */
export const villageMeetingOverScores: MeetingTerms = {
  ...villageMeeting,
  outliers: { households: 5, pairsOf100: 75, sameScorePercent: 50 },
};
