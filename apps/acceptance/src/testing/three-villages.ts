import { idNumberOf, sexOf } from '@jingzhun/identification-rules';
import { Readable } from 'node:stream';

/** A made-up county of one township and three villages, each with one group; whoever does something has an account. */
export const county = '451225';
export const township = '451225100';
export const villages = ['451225100201', '451225100202', '451225100203'] as const;
export const groups = villages.map((village) => `${village}001`);

const householdsPerGroup = 3;

export function countyFile(): Readable {
  const lines = [
    'county,2,Three villages',
    `area,${county},County,county,county,`,
    `area,${township},Township,township,town,`,
    ...villages.map((village, index) => `area,${village},Village ${index},village,village,${index === 0}`),
    ...groups.map((group, index) => `area,${group},Group ${index},group,group,`),
    ...villages.map((village) => `hamlet,${village}H001,Hamlet,${village}`),
  ];
  let members = 0;
  for (const [index, group] of groups.entries()) {
    for (let number = 1; number <= householdsPerGroup; number += 1) {
      const household = `${group}${String(number).padStart(4, '0')}`;
      const idNumber = idNumberOf(`${county}19700101${String((members += 1)).padStart(3, '0')}`);
      lines.push(`household,${household},${group},${villages[index]}H001,House ${number},registeredPoor`);
      lines.push(`member,${household},Person ${members},01,${sexOf(idNumber)},1970-01-01,${idNumber},Han`);
    }
  }
  lines.push(`end,${2 + 2 * villages.length},${villages.length},${members},${members}`);
  return Readable.from([Buffer.from(lines.join('\n'))]);
}

/** Who signs in: login, role and area. Field workers work in the group of their village. */
export const staff: { login: string; role: string; area: string }[] = [
  ...villages.flatMap((village, index) => [
    { login: `worker-${index}`, role: 'fieldWorker', area: groups[index]! },
    { login: `group-secretary-${index}`, role: 'groupSecretary', area: groups[index]! },
    { login: `village-secretary-${index}`, role: 'villageSecretary', area: village },
  ]),
  { login: 'clerk', role: 'entryClerk', area: township },
  { login: 'officer', role: 'townshipOfficer', area: township },
  { login: 'supervisor', role: 'supervisor', area: county },
  { login: 'leader', role: 'countyLeader', area: county },
];

export function activationCodeOf(login: string): string {
  return `code-of-${login}`;
}

export function staffFile(): Readable {
  const workers = staff.filter(({ role }) => role === 'fieldWorker');
  const others = staff.filter(({ role }) => role !== 'fieldWorker');
  const duties = others.filter(({ role }) => ['groupSecretary', 'villageSecretary', 'entryClerk'].includes(role));
  const lines = [
    'staff,1',
    ...staff.map(({ login }, index) => `person,${login},Person ${index},1380000${1000 + index}`),
    ...workers.map(({ login, area }) => `team,team-${login},field,Team of ${login},${area},${login}`),
    ...workers.map(({ login, area }) => `assignment,${area},fieldWorker,team-${login},`),
    ...duties.map(({ login, role, area }) => `assignment,${area},${role},,${login}`),
    ...workers.map(({ login }) => `account,${login},${login},fieldWorker,,${activationCodeOf(login)}`),
    ...others.map(({ login, role, area }) => `account,${login},${login},${role},${area},${activationCodeOf(login)}`),
    `end,${staff.length},${workers.length},${workers.length + duties.length},${staff.length}`,
  ];
  return Readable.from([Buffer.from(lines.join('\n'))]);
}
