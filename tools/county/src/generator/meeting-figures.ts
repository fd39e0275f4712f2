import type { Group, Village } from './areas';
import { householdNumbers } from './household';
import { isDoubtedByVillage, isPoorlyAttended, returnedByGroup } from './meeting-plan';
import { holdsBack, objectionsIn } from './objections';

/** What the meetings of a made-up county come to, with the objections to their notices: counted from the seed alone. */
export interface MeetingFigures {
  /** Reviews by groups and by villages, every round of them. */
  groupSittings: number;
  villageSittings: number;
  /** Notices that were posted. */
  publicities: number;
  /** How often a meeting sent a household back. */
  returned: number;
  /** How often of these the village's meeting did, which sends it through its group's again. */
  returnedByVillage: number;
  /** Households that an objection took out of their publicity, to be scored and reviewed again. */
  changed: number;
  /** Households that an objection kept public for longer than their neighbours. */
  heldBack: number;
  /** Sittings that went apart for want of a quorum. */
  adjourned: number;
}

/** Those of a group whom the village's meeting sends back. */
export function returnedFromVillage(village: Village, group: Group, seed: string): string[] {
  const numbers = householdNumbers(group);
  const held = new Set(
    objectionsIn(group, seed)
      .filter(holdsBack)
      .map(({ number }) => number),
  );
  // Nor can anybody vote on the only household of a village.
  if (village.groups.length === 1 && numbers.length === 1) return [];
  return numbers.filter((number) => !held.has(number) && isDoubtedByVillage(seed, number));
}

/**
 * A group meets once, and again while somebody was sent back: by its meeting, by an objection to a notice, or by the village.
 * The village meets when nobody is on the way any more, but does not wait for those who are held: they are decided after it
 * and its second round, and each comes before a meeting of its own.
 */
export function meetingFiguresOf(village: Village, seed: string): MeetingFigures {
  const groups = village.groups.map((group) => {
    const numbers = householdNumbers(group);
    const objections = objectionsIn(group, seed);
    const held = new Set(objections.filter(holdsBack).map(({ number }) => number));
    const changed = objections.filter(({ decision }) => decision === 'scoreChanged');
    const inGroup = returnedByGroup(group, seed);
    const inVillage = returnedFromVillage(village, group, seed);
    const again =
      Number(inGroup.length > 0 || changed.some(({ round }) => round === 1)) +
      Number(changed.some(({ round }) => round === 2)) +
      Number(inVillage.length > 0);
    return {
      groupSittings: 1 + again,
      // A meeting that returns everybody publishes nothing.
      publicities: Number(inGroup.length < numbers.length) + again,
      returned: inGroup.length + inVillage.length,
      returnedByVillage: inVillage.length,
      changed: changed.length,
      heldBack: held.size,
      goOn: numbers.length - held.size,
      adjourned: Number(isPoorlyAttended(seed, group.code)),
    };
  });
  const { groupSittings, publicities, returned, returnedByVillage, changed, heldBack, adjourned, goOn } =
    summed(groups);
  return {
    ...{ groupSittings, publicities, returned, returnedByVillage, changed, heldBack },
    villageSittings: Number(goOn > 0) + Number(returnedByVillage > 0) + heldBack,
    adjourned: adjourned + Number(isPoorlyAttended(seed, village.code)),
  };
}

export function addMeetingFigures(figures: readonly MeetingFigures[]): MeetingFigures {
  return summed(figures);
}

/** The sum of every figure. There is at least one of them: a county has villages, and a village groups. */
function summed<Figures extends { [Key in keyof Figures]: number }>(figures: readonly Figures[]): Figures {
  return figures.reduce((total, next) => {
    const keys = Object.keys(total) as (keyof Figures)[];
    return Object.fromEntries(keys.map((key) => [key, total[key] + next[key]])) as Figures;
  });
}
