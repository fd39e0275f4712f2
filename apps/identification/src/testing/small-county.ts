import { idNumberOf, sexOf } from '@jingzhun/identification-rules';

/** What a small county file holds. */
export interface SmallCounty {
  /** Households in each group of each village: `[[2, 3], [1]]` is two villages with two groups and one. */
  villages: number[][];
}

export const countyCode = '451225';
export const townshipCode = '451225100';

export function villageCode(village: number): string {
  return `${townshipCode}${201 + village}`;
}

export function groupCode(village: number, group: number): string {
  return `${villageCode(village)}${String(group + 1).padStart(3, '0')}`;
}

/** A county file of one township in the format of `CountyFile`, every household with a head and one more member. */
export function smallCountyFile({ villages }: SmallCounty): string {
  const lines = [
    'county,2,A small county',
    `area,${countyCode},County,county,county,`,
    `area,${townshipCode},Township,township,town,`,
  ];
  const counts = { areas: 2, hamlets: 0, households: 0, members: 0 };
  villages.forEach((groups, village) => {
    const hamlet = `${villageCode(village)}H001`;
    lines.push(`area,${villageCode(village)},Village ${village},village,village,${village % 2 === 0}`);
    groups.forEach((_, group) => lines.push(`area,${groupCode(village, group)},Group ${group},group,group,`));
    lines.push(`hamlet,${hamlet},Hamlet,${villageCode(village)}`);
    counts.areas += 1 + groups.length;
    counts.hamlets += 1;
    groups.forEach((households, group) => {
      for (let household = 1; household <= households; household += 1) {
        const number = `${groupCode(village, group)}${String(household).padStart(4, '0')}`;
        lines.push(`household,${number},${groupCode(village, group)},${hamlet},House ${household},registeredPoor`);
        for (const relation of ['01', '02']) lines.push(memberLine(number, relation, counts.members++));
        counts.households += 1;
      }
    });
  });
  lines.push(`end,${counts.areas},${counts.hamlets},${counts.households},${counts.members}`);
  return lines.join('\n');
}

/** The identity number of member `member` (0 or 1) of household `household` (from 0, over the whole file). */
export function numberOf(household: number, member: number): string {
  const serial = household * 2 + member;
  return idNumberOf(`${countyCode}${birthDateOf(serial).replaceAll('-', '')}${String(serial % 1000).padStart(3, '0')}`);
}

function memberLine(household: string, relation: string, serial: number): string {
  const idNumber = numberOf(Math.floor(serial / 2), serial % 2);
  return `member,${household},Person ${serial},${relation},${sexOf(idNumber)},${birthDateOf(serial)},${idNumber},Han`;
}

function birthDateOf(serial: number): string {
  return `19${50 + (serial % 40)}-0${1 + (serial % 9)}-11`;
}
