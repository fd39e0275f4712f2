import { idNumberOf } from '@jingzhun/identification-rules';
import { randomUUID } from 'node:crypto';
import { carryOut, decideOn, registerOf, type RegisteredHousehold } from '../testing/register';
import { importFile, runningService, type Person, type RunningService } from '../testing/running-service';
import { countyCode, groupCode, numberOf, smallCountyFile, townshipCode, villageCode } from '../testing/small-county';

interface ShownLead {
  id: string;
  version: number;
  areaCode: string;
  state: string;
  reasons: string[];
  differences: string[];
  one: { id: string; name: string; household: { id: string; number: string } } | null;
  other: ShownLead['one'];
  changeRequest: { id: string; version: number; state: string } | null;
  code?: string;
  field?: string;
}

const shown = `id version areaCode state reasons differences
  one { id name household { id number } } other { id name household { id number } } changeRequest { id version state }`;

async function leadsOf(person: Person, filter: Record<string, unknown> = {}): Promise<ShownLead[]> {
  const { duplicateLeads } = await person.ask<{ duplicateLeads: { nodes: ShownLead[] } }>(
    `query ($filter: DuplicateLeadFilter) { duplicateLeads(filter: $filter, first: 100) { nodes { ${shown} } } }`,
    { filter },
  );
  return duplicateLeads.nodes;
}

async function decide(person: Person, lead: ShownLead, said: Record<string, unknown>): Promise<ShownLead> {
  const { decideDuplicate } = await person.ask<{ decideDuplicate: ShownLead }>(
    `mutation ($input: DecideDuplicateInput!) {
       decideDuplicate(input: $input) { ... on DuplicateLead { ${shown} } ... on Refusal { code field } } }`,
    { input: { key: randomUUID(), leadId: lead.id, version: lead.version, reason: 'Looked at.', ...said } },
  );
  return decideDuplicate;
}

/**
 * Two villages, in the first two groups. The wife of household 1 comes again, with her number, in household 4 of the other village;
 * so does the wife of household 2 in household 3 of the other group, where she bears another name.
 */
function fileWithDuplicates(): string {
  const serial = (household: number, member: number) => `Person ${household * 2 + member}`;
  const line = (household: number, member: number) =>
    new RegExp(`^(member,\\d+),${serial(household, member)},(\\d\\d),.*$`, 'm');
  const copy = (file: string, from: [number, number], to: [number, number], name = serial(...from)) => {
    const original = line(...from)
      .exec(file)![0]
      .split(',')
      .slice(4)
      .join(',');
    return file.replace(line(...to), (_, household: string, relation: string) =>
      [household, name, relation, original].join(','),
    );
  };
  const file = copy(smallCountyFile({ villages: [[3, 1], [1]] }), [1, 1], [4, 1]);
  return copy(file, [2, 1], [3, 1], 'Another name');
}

/** The number of somebody else who was born on that day. */
function sameDay(birthDate: string): string {
  return idNumberOf(`${countyCode}${birthDate.replaceAll('-', '')}998`);
}

describe('people who may be in the register twice', () => {
  let service: RunningService;
  let imported: { state: string; problems: unknown[] };
  beforeAll(async () => {
    service = await runningService();
    imported = await importFile(service.as('administrator', [countyCode]), fileWithDuplicates());
  });
  afterAll(() => service.close());

  const officer = () => service.as('townshipOfficer', [townshipCode], 'officer');
  const second = () => service.as('townshipOfficer', [townshipCode], 'second officer');
  const open = async () => leadsOf(officer(), { state: 'open' });
  const householdOf = async (number: string): Promise<RegisteredHousehold> =>
    (await registerOf(officer(), townshipCode)).find((household) => household.number === number)!;

  it('are taken in by the import and become leads, each in the smallest area that holds both', async () => {
    expect(imported).toMatchObject({ state: 'done', problems: [] });
    const leads = await open();
    expect(leads.map(({ areaCode, reasons, differences }) => ({ areaCode, reasons, differences }))).toEqual([
      { areaCode: townshipCode, reasons: ['sameIdNumber'], differences: [] },
      { areaCode: villageCode(0), reasons: ['sameIdNumber'], differences: ['name'] },
    ]);
    expect(leads[1]!.one!.household.number).not.toBe(leads[1]!.other!.household.number);
    expect((await registerOf(officer(), townshipCode)).map(({ members }) => members.length)).toEqual([2, 2, 2, 2, 2]);
  });

  it('are compared by nobody who has only one of the two in his area', async () => {
    expect(await leadsOf(service.as('townshipOfficer', [groupCode(0, 0)], 'of one group'))).toEqual([]);
    const village = await leadsOf(service.as('supervisor', [villageCode(0)], 'of one village'));
    expect(village.map(({ areaCode }) => areaCode)).toEqual([villageCode(0)]);
    const [lead] = await open();
    expect(
      await decide(service.as('townshipOfficer', [villageCode(0)], 'of one village'), lead!, {
        verdict: 'differentPeople',
      }),
    ).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are cleared with a reason when they are two, and stay as they are', async () => {
    const [lead] = await open();
    expect(await decide(officer(), lead!, { verdict: 'differentPeople', reason: ' ' })).toMatchObject({
      field: 'reason',
    });
    expect(await decide(officer(), lead!, { verdict: 'differentPeople' })).toMatchObject({ state: 'differentPeople' });
    expect(await decide(officer(), lead!, { verdict: 'differentPeople' })).toMatchObject({ code: 'LEAD_DECIDED' });
    expect((await registerOf(officer(), townshipCode)).map(({ members }) => members.length)).toEqual([2, 2, 2, 2, 2]);
  });

  it('leave one household by a change request that another person decides, when they are one', async () => {
    const [lead] = await open();
    const keeper = await householdOf(`${groupCode(0, 0)}0003`);
    const said = { verdict: 'samePerson', keeperHouseholdId: keeper.id };
    expect(await decide(officer(), lead!, { ...said, keeperHouseholdId: randomUUID() })).toMatchObject({
      field: 'keeperHouseholdId',
    });
    const decided = await decide(officer(), lead!, said);
    expect(decided).toMatchObject({ state: 'samePerson', changeRequest: { state: 'waiting' } });
    expect(await decideOn(officer(), decided.changeRequest!)).toMatchObject({ code: 'OWN_CHANGE_REQUEST' });
    expect(await decideOn(second(), decided.changeRequest!, { approve: false, note: 'Not sure.' })).toMatchObject({
      state: 'declined',
    });
    const again = await decide(officer(), decided, said);
    expect(again).toMatchObject({ state: 'samePerson', changeRequest: { state: 'waiting' } });
    expect(await decideOn(second(), again.changeRequest!)).toMatchObject({ state: 'approved' });
    expect((await householdOf(`${groupCode(0, 1)}0001`)).members).toHaveLength(1);
    expect(keeper.members).toHaveLength(2);
    const [settled] = await leadsOf(officer(), { state: 'settled' });
    expect(settled).toMatchObject({ id: lead!.id });
    expect([settled!.one, settled!.other].filter((side) => side === null)).toHaveLength(1);
  });

  it('are found also when they come by a change request, whoever may see the other household', async () => {
    const household = await householdOf(`${groupCode(0, 0)}0001`);
    const worker = service.as('fieldWorker', [groupCode(0, 0)]);
    const village = service.as('townshipOfficer', [villageCode(0)], 'of one village');
    const member = { name: 'Person 9', relation: '99', idNumber: numberOf(4, 0), ethnicity: 'Han' };
    await carryOut(worker, village, 'MemberAdded', { householdId: household.id, cause: 'marriage', member });
    expect(await leadsOf(village, { state: 'open' })).toEqual([]);
    const [lead] = await open();
    expect(lead).toMatchObject({ areaCode: townshipCode, reasons: ['sameIdNumber'] });
    const numbers = [lead!.one, lead!.other].map((side) => side!.household.number).sort();
    expect(numbers).toEqual([`${groupCode(0, 0)}0001`, `${groupCode(1, 0)}0001`]);
    // With the removal from one of the two the lead is settled, though nobody had decided it.
    const added = (await householdOf(household.number)).members.find(({ name }) => name === 'Person 9')!;
    await carryOut(worker, village, 'MemberRemoved', { householdId: household.id, memberId: added.id, cause: 'other' });
    expect(await open()).toEqual([]);
  });

  it('are suspected by name and birth within a village only', async () => {
    const household = await householdOf(`${groupCode(0, 0)}0001`);
    const namesake = (await householdOf(`${groupCode(0, 0)}0002`)).members[1]!;
    const worker = service.as('fieldWorker', [groupCode(0, 0)]);
    const twin = { name: namesake.name, relation: '99', ethnicity: 'Han', idNumber: sameDay(namesake.birthDate) };
    await carryOut(worker, officer(), 'MemberAdded', { householdId: household.id, cause: 'other', member: twin });
    // Her namesake of the other village (the lead that was cleared) is not paired with the newcomer.
    expect((await open()).map(({ areaCode, reasons, differences }) => ({ areaCode, reasons, differences }))).toEqual([
      {
        areaCode: groupCode(0, 0),
        reasons: ['sameNameAndBirth'],
        differences: expect.arrayContaining(['relation', 'idNumber']),
      },
    ]);
  });
});
