import type { Areas, Group } from './areas';
import { householdNumbers } from './household';
import { returnedByGroup } from './meeting-plan';
import { random } from './random';

/** An objection as it will be made to a notice of a group, and what will come of it. */
export interface PlannedObjection {
  groupCode: string;
  /** The round of the group's review whose notice it is made to: the first that shows the household, or anything at all. */
  round: 1 | 2;
  /** The household it is about; of one that was missed, the number it is to have. */
  number: string;
  kind: 'own' | 'report' | 'missed';
  channel: 'paper' | 'phone' | 'code';
  anonymous: boolean;
  decision: 'unchanged' | 'scoreChanged' | 'newHousehold';
}

/** Of a hundred households so many are objected to: a share that was made up, as no source tells one. */
const objectedTo = 0.03;

/**
 * Whether an objection keeps its household public for longer than its neighbours: those that change nothing are decided when the
 * village has reviewed everybody else. One that changes the score is decided at once, and a missed household is on no notice.
 */
export function holdsBack({ kind, decision }: PlannedObjection): boolean {
  return kind !== 'missed' && decision === 'unchanged';
}

/** The objections of a group. Each household is drawn for itself, so that one can be told without the others. */
export function objectionsIn(group: Group, seed: string): PlannedObjection[] {
  const numbers = householdNumbers(group);
  const returned = new Set(returnedByGroup(group, seed));
  const firstNotice = returned.size < numbers.length ? 1 : 2;
  return numbers.flatMap((number, place): PlannedObjection[] => {
    const chance = random(seed, 'objection', number);
    if (!chance.chance(objectedTo)) return [];
    const kind = chance.weighted([
      ['own', 55],
      ['report', 30],
      ['missed', 15],
    ] as const);
    const channel = chance.weighted([
      ['paper', 40],
      ['phone', 35],
      ['code', 25],
    ] as const);
    const anonymous = chance.chance(0.4) && kind !== 'own';
    const upheld = chance.chance(0.2);
    const made = { groupCode: group.code, kind, channel, anonymous };
    if (kind !== 'missed') {
      const round = returned.has(number) ? 2 : 1;
      return [{ ...made, number, round, decision: upheld ? 'scoreChanged' : 'unchanged' }];
    }
    // Numbers that the register does not have yet: far above those it has, one for each household it could stand beside.
    const missing = group.code + String(5_001 + place).padStart(4, '0');
    return [{ ...made, number: missing, round: firstNotice, decision: upheld ? 'newHousehold' : 'unchanged' }];
  });
}

export function objectionsOf(areas: Areas, seed: string): PlannedObjection[] {
  return areas.townships
    .flatMap((township) => township.villages.flatMap((village) => village.groups))
    .flatMap((group) => objectionsIn(group, seed));
}
