import { areaAt, levelOf, type AreaLevel } from '@jingzhun/kernel';

/** A line of a department's file. `idIndex` is the blind index of the identity number, when the file has one. */
export interface DepartmentRecord {
  idIndex?: string;
  name?: string;
  /** Code of the area the record names, at any level. */
  areaCode?: string;
}

/** A member to match with. */
export interface MatchablePerson {
  memberId: string;
  householdId: string;
  idIndex: string;
  name: string;
  /** Code of the villager group. */
  areaCode: string;
}

export interface RecordMatch {
  memberId: string;
  householdId: string;
  by: 'identity' | 'name-and-place';
  /** 0 to 1. */
  confidence: number;
}

/** How much a name says within the smallest area that the record and the person have in common. Working values. */
const confidenceWithin: Record<AreaLevel, number> = { group: 0.9, village: 0.8, township: 0.5, county: 0.2 };
const levels: AreaLevel[] = ['group', 'village', 'township', 'county'];

/**
 * The members that a record may be about, the surest first. An identity number decides alone: a record whose number nobody has
 * is about somebody else, whatever his name. Without a number, the name counts within the place, the less the more members
 * share both.
 */
export function matchRecord(
  record: DepartmentRecord,
  people: readonly MatchablePerson[],
  minimumConfidence: number,
): RecordMatch[] {
  if (record.idIndex !== undefined)
    return people
      .filter(({ idIndex }) => idIndex === record.idIndex)
      .map(({ memberId, householdId }) => ({ memberId, householdId, by: 'identity', confidence: 1 }));
  return byNameAndPlace(record, people)
    .filter(({ confidence }) => confidence >= minimumConfidence)
    .sort((one, other) => other.confidence - one.confidence);
}

function byNameAndPlace({ name, areaCode }: DepartmentRecord, people: readonly MatchablePerson[]): RecordMatch[] {
  const wanted = plainName(name ?? '');
  if (wanted === '' || areaCode === undefined) return [];
  const namesakes = people
    .filter((person) => plainName(person.name) === wanted)
    .flatMap(({ memberId, householdId, areaCode: home }) => {
      const level = commonLevel(areaCode, home);
      return level ? [{ memberId, householdId, level }] : [];
    });
  return namesakes.map(({ memberId, householdId, level }) => {
    const asNear = namesakes.filter((other) => levels.indexOf(other.level) <= levels.indexOf(level)).length;
    return { memberId, householdId, by: 'name-and-place', confidence: confidenceWithin[level] / asNear };
  });
}

/** The level of the smallest area that both codes lie in. */
function commonLevel(one: string, other: string): AreaLevel | undefined {
  const own = levelOf(one);
  if (!own) return undefined;
  return levels.slice(levels.indexOf(own)).find((level) => areaAt(one, level) === areaAt(other, level));
}

/** Names are compared without spaces and width: 罗 金 and 罗金 are one name. */
export function plainName(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s|·/g, '');
}
