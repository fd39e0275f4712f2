import type { Areas, Group } from './areas';
import { householdNumbers } from './household';
import { random } from './random';

/** An objection as it will be made to the first notice of a group, and what will come of it. */
export interface PlannedObjection {
  groupCode: string;
  /** The household it is about; of one that was missed, the number it is to have. */
  number: string;
  kind: 'own' | 'report' | 'missed';
  channel: 'paper' | 'phone' | 'code';
  anonymous: boolean;
  decision: 'unchanged' | 'scoreChanged' | 'newHousehold';
}

/** Of a hundred households so many are objected to: a share that was made up, as no source tells one. */
const objectedTo = 0.03;

/** The objections of a group. Each household is drawn for itself, so that one can be told without the others. */
export function objectionsIn(group: Group, seed: string): PlannedObjection[] {
  const numbers = householdNumbers(group);
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
    if (kind !== 'missed') {
      return [
        { groupCode: group.code, number, kind, channel, anonymous, decision: upheld ? 'scoreChanged' : 'unchanged' },
      ];
    }
    // Numbers that the register does not have yet: far above those it has, one for each household it could stand beside.
    const missing = group.code + String(5_001 + place).padStart(4, '0');
    return [
      {
        groupCode: group.code,
        number: missing,
        kind,
        channel,
        anonymous,
        decision: upheld ? 'newHousehold' : 'unchanged',
      },
    ];
  });
}

export function objectionsOf(areas: Areas, seed: string): PlannedObjection[] {
  return areas.townships
    .flatMap((township) => township.villages.flatMap((village) => village.groups))
    .flatMap((group) => objectionsIn(group, seed));
}
