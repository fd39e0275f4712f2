import { createHash } from 'node:crypto';
import {
  birthDateOf,
  guangxi2015Scope,
  isHouseholdCategory,
  isIdNumber,
  isInScope,
  sexOf,
} from '@jingzhun/identification-rules';
import { generateCounty, type County } from './generate-county';

async function rowsOf(file: AsyncIterable<Buffer>): Promise<string[][]> {
  let text = '';
  for await (const piece of file) text += piece.toString();
  return text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
}

function rowsByKind(rows: string[][]): Map<string, string[][]> {
  const byKind = new Map<string, string[][]>();
  for (const [kind = '', ...cells] of rows) {
    const same = byKind.get(kind);
    if (same) same.push(cells);
    else byKind.set(kind, [cells]);
  }
  return byKind;
}

async function digest(file: AsyncIterable<Buffer>): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of file) hash.update(piece);
  return hash.digest('hex');
}

describe('the whole county', () => {
  const county = generateCounty({ seed: 'luocheng' });

  it('has the figures of 2015', () => {
    expect(county.expectation).toMatchObject({
      townships: 11,
      villages: 137,
      groups: 1_714,
      hamlets: 1_637,
      households: 54_860,
      inPoorVillages: 32_103,
      elsewhere: 22_757,
      fieldWorkers: 1_380,
      taskGroups: 9,
    });
    expect(county.areas.townships.flatMap(({ villages }) => villages).filter(({ poor }) => poor)).toHaveLength(84);
  });

  it('has about 3.9 persons per household', () => {
    expect(county.expectation.members / county.expectation.households).toBeCloseTo(3.9, 1);
  });

  it('writes to its file exactly what it expects, with a right control line', async () => {
    const count: Record<string, number> = {};
    let last = '';
    let rest = '';
    let poor = 0;
    for await (const piece of county.countyFile()) {
      const lines = (rest + String(piece)).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const kind = line.slice(0, line.indexOf(','));
        count[kind] = (count[kind] ?? 0) + 1;
        if (kind === 'area' && line.endsWith(',true')) poor += 1;
        last = line;
      }
    }
    const { members } = county.expectation;
    const areas = 1 + 11 + 137 + 1_714;
    expect(count).toEqual({ county: 1, area: areas, hamlet: 1_637, household: 54_860, member: members, end: 1 });
    expect(last).toBe(`end,${areas},1637,54860,${members}`);
    expect(poor).toBe(84);
  }, 120_000);

  it('holds only households that are assessed, about 25,500 of them on the register of 2014', async () => {
    const poor = new Set(
      county.areas.townships
        .flatMap(({ villages }) => villages.filter((village) => village.poor))
        .map(({ code }) => code),
    );
    const drawn: Record<string, number> = {};
    let rest = '';
    for await (const piece of county.countyFile()) {
      const lines = (rest + String(piece)).split('\n');
      rest = lines.pop() ?? '';
      for (const [kind, , group = '', , , category = ''] of lines.map((line) => line.split(','))) {
        if (kind !== 'household') continue;
        const inPoorVillage = poor.has(group.slice(0, 12));
        if (!isHouseholdCategory(category) || !isInScope(guangxi2015Scope, { category, inPoorVillage }))
          throw new Error(`a household of ${group} is ${category}`);
        drawn[category] = (drawn[category] ?? 0) + 1;
      }
    }
    expect(Object.keys(drawn).sort()).toEqual(['newApplicant', 'ordinary', 'registeredPoor']);
    expect(drawn.registeredPoor! / 25_500).toBeCloseTo(1, 1);
  }, 120_000);

  it('gives every group about 32 households and one team, and every team two or three workers', () => {
    const groups = county.areas.townships.flatMap(({ villages }) => villages.flatMap((village) => village.groups));
    for (const group of groups) expect(Math.abs(group.households - 32)).toBeLessThan(20);
    const fieldWork = county.staff.assignments.filter(({ role }) => role === 'fieldWorker');
    expect(fieldWork.map(({ areaCode }) => areaCode).sort()).toEqual(groups.map(({ code }) => code).sort());
    const teams = county.staff.teams.filter(({ kind }) => kind === 'field');
    expect(new Set(fieldWork.map(({ team }) => team)).size).toBe(teams.length);
    for (const { members } of teams) expect([2, 3]).toContain(members.length);
  });
});

describe.each([40, 300, 550, 2_743])('a county of %i households', (households) => {
  const county = generateCounty({ seed: 'small', households });
  const { expectation } = county;

  it('keeps the shape of the whole county', () => {
    expect(expectation.households).toBe(households);
    expect(expectation.inPoorVillages / households).toBeCloseTo(0.585, 1);
    expect(expectation.townships).toBeGreaterThanOrEqual(2);
    expect(expectation.groups).toBe(Math.max(4, Math.round(households / 32.007)));
    expect(expectation.taskGroups).toBe(9);
  });

  it('names only places that were named before, and persons who are in the file', async () => {
    const byKind = rowsByKind(await rowsOf(county.countyFile()));
    const areas = new Set((byKind.get('area') ?? []).map(([code]) => code));
    const hamlets = new Set((byKind.get('hamlet') ?? []).map(([code]) => code));
    const homes = new Set((byKind.get('household') ?? []).map(([number]) => number));
    for (const [number = '', group = '', hamlet = ''] of byKind.get('household') ?? []) {
      expect(number.startsWith(group) && areas.has(group) && hamlets.has(hamlet)).toBe(true);
    }
    expect((byKind.get('member') ?? []).filter(([household = '']) => !homes.has(household))).toEqual([]);
    expect(homes.size).toBe(households);
  });

  it('gives every household one head, and every member a valid number of their own that agrees with sex and birth', async () => {
    const byKind = rowsByKind(await rowsOf(county.countyFile()));
    const members = byKind.get('member') ?? [];
    const heads = members.filter(([, , relation]) => relation === '01').map(([household]) => household);
    expect(new Set(heads).size).toBe(heads.length);
    expect(heads).toHaveLength(households);
    for (const [, name = '', , sex, birthDate = '', idNumber = ''] of members) {
      const right = isIdNumber(idNumber) && birthDateOf(idNumber) === birthDate && sexOf(idNumber) === sex;
      expect({ idNumber, right }).toEqual({ idNumber, right: true });
      expect([...name].length).toBeGreaterThanOrEqual(2);
      expect(birthDate < '2015-10-17').toBe(true);
    }
    expect(new Set(members.map((cells) => cells[5])).size).toBe(members.length);
  });

  it('staffs every place and task', async () => {
    const byKind = rowsByKind(await rowsOf(county.staffFile()));
    const accounts = byKind.get('account') ?? [];
    const withRole = (role: string) => accounts.filter((cells) => cells[2] === role).length;
    expect(withRole('groupSecretary')).toBe(expectation.groups);
    expect(withRole('villageSecretary')).toBe(expectation.villages);
    expect(withRole('townshipOfficer')).toBe(expectation.townships);
    expect(withRole('entryClerk')).toBeGreaterThanOrEqual(expectation.townships);
    expect(withRole('taskGroupMember')).toBe(27);
    expect(new Set(accounts.map(([login]) => login)).size).toBe(accounts.length);
    const persons = new Set((byKind.get('person') ?? []).map(([number]) => number));
    for (const [, person] of accounts) expect(persons.has(person)).toBe(true);
    const teams = byKind.get('team') ?? [];
    const assignments = byKind.get('assignment') ?? [];
    expect(byKind.get('end')).toEqual([[persons.size, teams.length, assignments.length, accounts.length].map(String)]);
  });
});

describe('the seed', () => {
  const files = (county: County) => Promise.all([digest(county.countyFile()), digest(county.staffFile())]);

  it('gives the same bytes again, and other bytes for another seed', async () => {
    const first = await files(generateCounty({ seed: 'one', households: 200 }));
    expect(await files(generateCounty({ seed: 'one', households: 200 }))).toEqual(first);
    expect(await files(generateCounty({ seed: 'two', households: 200 }))).not.toEqual(first);
  });

  it('refuses more households than the real map holds', () => {
    expect(() => generateCounty({ seed: 'one', households: 54_861 })).toThrow('from 1 to 54860');
  });
});
