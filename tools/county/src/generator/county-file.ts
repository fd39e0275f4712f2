import type { Areas } from './areas';
import { csvLine } from './csv';
import { householdNumbers, makeHousehold } from './household';
import { IdNumbers } from './identity';

/**
 * The lines of the county file, made one after the other: areas from above to below with their hamlets, then every household
 * followed by its members, then the control line.
 */
export function* countyLines(areas: Areas, seed: string, campaign: string): Generator<string> {
  const count = { areas: 0, hamlets: 0, households: 0, members: 0 };
  const area = (code: string, name: string, level: string, kind: string, poor = ''): string => {
    count.areas += 1;
    return csvLine('area', code, name, level, kind, poor);
  };

  yield csvLine('county', 2, campaign);
  yield area(areas.code, areas.name, 'county', areas.kind);
  for (const township of areas.townships) {
    yield area(township.code, township.name, 'township', township.kind);
    for (const village of township.villages) {
      yield area(village.code, village.name, 'village', village.kind, String(village.poor));
      for (const group of village.groups) yield area(group.code, group.name, 'group', '村民小组');
      for (const hamlet of village.hamlets) {
        count.hamlets += 1;
        yield csvLine('hamlet', hamlet.code, hamlet.name, village.code);
      }
    }
  }

  const idNumbers = new IdNumbers(areas.code);
  for (const village of areas.townships.flatMap((township) => township.villages)) {
    for (const group of village.groups) {
      for (const [index, number] of householdNumbers(group).entries()) {
        const household = makeHousehold({ village, group, number, index }, seed, idNumbers);
        count.households += 1;
        const { groupCode, hamletCode, address, category } = household;
        yield csvLine('household', number, groupCode, hamletCode, address, category);
        for (const member of household.members) {
          count.members += 1;
          const { name, relation, sex, birthDate, idNumber, people } = member;
          yield csvLine('member', number, name, relation, sex, birthDate, idNumber, people);
        }
      }
    }
  }
  yield csvLine('end', count.areas, count.hamlets, count.households, count.members);
}
