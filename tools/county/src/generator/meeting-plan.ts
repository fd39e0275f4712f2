import type { Group, Village } from './areas';
import { householdNumbers } from './household';
import { random } from './random';

/**
 * What the meetings of a made-up county decide, drawn from the seed alone: the simulated secretaries go by it, and what must
 * come out of the services is counted from it.
 */
export interface MeetingFigures {
  /** Reviews by groups and by villages, every round of them. */
  groupSittings: number;
  villageSittings: number;
  /** Notices that were posted. */
  publicities: number;
  /** How often a household was sent back. */
  returned: number;
  /** How often of these by the village's meeting, which sends it through its group's again. */
  returnedByVillage: number;
  /** Sittings that went apart for want of a quorum. */
  adjourned: number;
}

/** Whether its group's first meeting sends a household back. */
export function isDoubtedByGroup(seed: string, household: string): boolean {
  return random(seed, 'doubted by the group', household).chance(0.03);
}

/** Whether its village's first meeting does. */
export function isDoubtedByVillage(seed: string, household: string): boolean {
  return random(seed, 'doubted by the village', household).chance(0.006);
}

/** Whether too few come to the first meeting of a group or village. */
export function isPoorlyAttended(seed: string, areaCode: string): boolean {
  return random(seed, 'poorly attended', areaCode).chance(0.12);
}

/** The households of a group that its meeting sends back, and those that its village's does. */
export function returnsOf(village: Village, group: Group, seed: string): { inGroup: string[]; inVillage: string[] } {
  const numbers = householdNumbers(group);
  // On the only household of a group nobody else can vote: it is referred to the village.
  const inGroup = numbers.length === 1 ? [] : numbers.filter((number) => isDoubtedByGroup(seed, number));
  const inVillage =
    village.groups.length === 1 && numbers.length === 1
      ? []
      : numbers.filter((number) => isDoubtedByVillage(seed, number));
  return { inGroup, inVillage };
}

export function meetingFiguresOf(village: Village, seed: string): MeetingFigures {
  const groups = village.groups.map((group) => {
    const numbers = householdNumbers(group);
    const { inGroup, inVillage } = returnsOf(village, group, seed);
    const again = Number(inGroup.length > 0) + Number(inVillage.length > 0);
    return {
      sittings: 1 + again,
      // A meeting that returns everybody publishes nothing.
      publicities: Number(inGroup.length < numbers.length) + again,
      returned: inGroup.length + inVillage.length,
      returnedByVillage: inVillage.length,
      adjourned: Number(isPoorlyAttended(seed, group.code)),
    };
  });
  return {
    groupSittings: sum(groups.map(({ sittings }) => sittings)),
    villageSittings: groups.some(({ returnedByVillage }) => returnedByVillage > 0) ? 2 : 1,
    publicities: sum(groups.map(({ publicities }) => publicities)),
    returned: sum(groups.map(({ returned }) => returned)),
    returnedByVillage: sum(groups.map(({ returnedByVillage }) => returnedByVillage)),
    adjourned: sum(groups.map(({ adjourned }) => adjourned)) + Number(isPoorlyAttended(seed, village.code)),
  };
}

export function addMeetingFigures(figures: readonly MeetingFigures[]): MeetingFigures {
  return {
    groupSittings: sum(figures.map(({ groupSittings }) => groupSittings)),
    villageSittings: sum(figures.map(({ villageSittings }) => villageSittings)),
    publicities: sum(figures.map(({ publicities }) => publicities)),
    returned: sum(figures.map(({ returned }) => returned)),
    returnedByVillage: sum(figures.map(({ returnedByVillage }) => returnedByVillage)),
    adjourned: sum(figures.map(({ adjourned }) => adjourned)),
  };
}

function sum(figures: number[]): number {
  return figures.reduce((total, figure) => total + figure, 0);
}
