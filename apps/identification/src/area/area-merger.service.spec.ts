import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { askFor, decideOn, registerOf } from '../testing/register';
import { openCampaign, runningService, type Person, type RunningService } from '../testing/running-service';
import { countyCode, groupCode, townshipCode, villageCode } from '../testing/small-county';
import { assess, holdReview, householdsOf, postNotice, recordVisit, sittingsOf } from '../testing/steps';

interface ShownArea {
  code: string;
  name: string;
  poor: boolean;
  validFrom: string | null;
  validTo: string | null;
  successor: { code: string } | null;
  predecessors: { code: string }[];
}

const area = `code name poor validFrom validTo successor { code } predecessors { code }`;

async function areasBelow(person: Person, parent: string, asOf?: string): Promise<ShownArea[]> {
  const { areas } = await person.ask<{ areas: ShownArea[] }>(
    `query ($parent: ID, $asOf: DateTime) { areas(parent: $parent, asOf: $asOf) { ${area} } }`,
    { parent, asOf },
  );
  return areas;
}

const newCode = `${townshipCode}301`;

interface Merged {
  area?: ShownArea;
  groups?: number;
  households?: number;
  code?: string;
  field?: string;
}

async function merge(person: Person, change: Record<string, unknown> = {}): Promise<Merged> {
  const input = {
    key: randomUUID(),
    villages: [villageCode(0), villageCode(1)],
    code: newCode,
    name: 'New village',
    kind: 'village',
    poor: true,
    document: 'County decision 3 of 2016',
    ...change,
  };
  const { mergeVillages } = await person.ask<{ mergeVillages: Merged }>(
    `mutation ($input: MergeVillagesInput!) {
       mergeVillages(input: $input) { ... on VillagesMerged { area { ${area} } groups households } ... on Refusal { code field } } }`,
    { input },
  );
  return mergeVillages;
}

describe('villages that are merged', () => {
  let service: RunningService;
  let looking: Client;
  let before: string;
  let waiting: { householdId: string; request: { id: string; version: number } };
  beforeAll(async () => {
    service = await runningService();
    await openCampaign(service, { villages: [[2, 1], [2], [1]] }, 20);
    looking = new Client({ connectionString: service.database.adminUrl });
    await looking.connect();
  });
  afterAll(async () => {
    await looking.end();
    await service.close();
  });

  const administrator = () => service.as('administrator', [countyCode]);
  const officer = () => service.as('townshipOfficer', [townshipCode]);
  const worker = (...areas: string[]) => service.as('fieldWorker', areas, 'worker');
  const newGroup = (number: number) => `${newCode}00${number}`;
  const oldGroup = groupCode(0, 0);
  const secretary = (group: string) => service.as('groupSecretary', [group], 'secretary');

  it('are not merged while a sitting or a publicity of theirs is not over', async () => {
    await assess(worker(oldGroup), oldGroup);
    expect(await merge(administrator())).toMatchObject({ code: 'VILLAGE_UNDER_REVIEW', field: 'villages' });
    const [sitting] = await sittingsOf(secretary(oldGroup), {});
    await postNotice(secretary(oldGroup), await holdReview(secretary(oldGroup), 'Group', sitting!));
    expect(await merge(administrator())).toMatchObject({ code: 'VILLAGE_UNDER_REVIEW' });
    for (let closed = false; !closed;)
      closed = (await service.graph.internal('close-publicity', { sittingId: sitting!.id })).status === 204;
    await expect(merge(officer())).rejects.toThrow('NOT_ALLOWED');
  });

  it('become one, whose groups stand for theirs one by one, and whose households keep numbers, cases and records', async () => {
    const [visited] = await householdsOf(worker(groupCode(0, 1)), groupCode(0, 1));
    await recordVisit(worker(groupCode(0, 1)), visited!);
    const registered = await registerOf(officer(), townshipCode);
    before = new Date().toISOString();
    const merged = await merge(administrator());
    expect(merged).toMatchObject({
      groups: 3,
      households: 5,
      area: { code: newCode, name: 'New village', poor: true },
    });
    expect(merged.area!.predecessors.map(({ code }) => code)).toEqual([villageCode(0), villageCode(1)]);

    expect((await areasBelow(officer(), townshipCode)).map(({ code }) => code)).toEqual([villageCode(2), newCode]);
    expect((await areasBelow(officer(), newCode)).map(({ code, name }) => [code, name])).toEqual([
      [newGroup(1), 'Village 0Group 0'],
      [newGroup(2), 'Village 0Group 1'],
      [newGroup(3), 'Village 1Group 0'],
    ]);
    const now = await registerOf(officer(), newCode);
    expect(now.map(({ number, areaCode, stage }) => [number, areaCode, stage])).toEqual([
      [`${oldGroup}0001`, newGroup(1), 'village-review'],
      [`${oldGroup}0002`, newGroup(1), 'village-review'],
      [`${groupCode(0, 1)}0001`, newGroup(2), 'scoring'],
      [`${groupCode(1, 0)}0001`, newGroup(3), 'visit'],
      [`${groupCode(1, 0)}0002`, newGroup(3), 'visit'],
    ]);
    expect(now.map(({ members }) => members.length)).toEqual([2, 2, 2, 2, 2]);
    for (const { id, version } of now) expect(registered.find((one) => one.id === id)!.version).toBe(version - 1);
    const { progress } = await officer().ask<{ progress: { households: number; children: object[] } }>(
      `query ($code: ID!) { progress(areaCode: $code) { households children { area { code } households } } }`,
      { code: newCode },
    );
    expect(progress).toEqual({
      households: 5,
      children: [2, 1, 2].map((households, index) => ({ area: { code: newGroup(index + 1) }, households })),
    });
    const { hamlets } = await officer().ask<{ hamlets: { nodes: object[] } }>(
      `query ($code: ID) { hamlets(filter: { areaCode: $code }, first: 10) { nodes { code households } } }`,
      { code: newCode },
    );
    expect(hamlets.nodes).toEqual([
      { code: `${villageCode(0)}H001`, households: 3 },
      { code: `${villageCode(1)}H001`, households: 2 },
    ]);
  });

  it('are read as they were then, by whoever has the new village or the township', async () => {
    const villages = await areasBelow(officer(), townshipCode, before);
    expect(villages.map(({ code, successor }) => [code, successor?.code])).toEqual([
      [villageCode(0), newCode],
      [villageCode(1), newCode],
      [villageCode(2), undefined],
    ]);
    const newSecretary = service.as('villageSecretary', [newCode], 'new secretary');
    const groups = await areasBelow(newSecretary, villageCode(0), before);
    expect(groups.map(({ code, validTo, successor }) => [code, validTo !== null, successor?.code])).toEqual([
      [groupCode(0, 0), true, newGroup(1)],
      [groupCode(0, 1), true, newGroup(2)],
    ]);
    expect(await areasBelow(newSecretary, villageCode(0))).toEqual([]);
    expect(await areasBelow(service.as('villageSecretary', [villageCode(2)], 'third'), villageCode(0), before)).toEqual(
      [],
    );
    const { householdsAsOf } = await officer().ask<{ householdsAsOf: { nodes: { areaCode: string }[] } }>(
      `query ($code: ID!, $at: DateTime!) { householdsAsOf(areaCode: $code, asOf: $at, first: 10) { nodes { areaCode } } }`,
      { code: villageCode(0), at: before },
    );
    expect(householdsAsOf.nodes.map(({ areaCode }) => areaCode)).toEqual([newGroup(1), newGroup(1), newGroup(2)]);
  });

  it('leave what was held under the old codes readable there, and open nothing to who had only those', async () => {
    const sittings = await sittingsOf(officer(), { areaCode: villageCode(0) });
    expect(sittings).toMatchObject([{ state: 'closed' }]);
    expect(await registerOf(worker(oldGroup), oldGroup)).toEqual([]);
    expect(await registerOf(worker(newGroup(1)), newGroup(1))).toHaveLength(2);
  });

  it('go on with the campaign under the new codes, up to the review of the new village', async () => {
    const force = worker(newCode);
    await assess(force, newGroup(2));
    await assess(force, newGroup(3));
    for (const group of [newGroup(2), newGroup(3)]) {
      const [sitting] = await sittingsOf(secretary(group), { state: 'open' });
      await postNotice(secretary(group), await holdReview(secretary(group), 'Group', sitting!));
      for (let closed = false; !closed;)
        closed = (await service.graph.internal('close-publicity', { sittingId: sitting!.id })).status === 204;
    }
    const newSecretary = service.as('villageSecretary', [newCode], 'new secretary');
    expect(await sittingsOf(newSecretary, { kind: 'village' })).toMatchObject([{ state: 'open', households: 5 }]);
  });

  it('are told to the other services, area by area and household by household', async () => {
    const told = async (type: string) =>
      (
        await looking.query<{ key: string; data: Record<string, string> }>(
          `SELECT key, data FROM outbox_event WHERE type = $1 ORDER BY key`,
          [type],
        )
      ).rows;
    const areas = await told('identification.area-succeeded.v1');
    expect(areas.map(({ data }) => [data.areaCode, data.successorCode])).toEqual([
      [villageCode(0), newCode],
      [groupCode(0, 0), newGroup(1)],
      [groupCode(0, 1), newGroup(2)],
      [villageCode(1), newCode],
      [groupCode(1, 0), newGroup(3)],
    ]);
    expect(await told('identification.household-moved.v1')).toHaveLength(5);
  });

  it('may be merged again: what was before them points to the newest village', async () => {
    const next = { villages: [newCode, villageCode(2)], code: `${townshipCode}302`, name: 'Newest', poor: false };
    expect(await merge(administrator(), { ...next, code: villageCode(0) })).toMatchObject({ code: 'CODE_TAKEN' });
    expect(await merge(administrator(), { ...next, villages: [villageCode(0), villageCode(2)] })).toMatchObject({
      code: 'NOT_FOUND',
    });
    const newSecretary = service.as('villageSecretary', [newCode], 'new secretary');
    const [sitting] = await sittingsOf(newSecretary, { state: 'open' });
    await holdReview(newSecretary, 'Village', sitting!);
    const [household] = await registerOf(worker(newGroup(1)), newGroup(1));
    const members = [{ memberId: household!.members[1]!.id, relation: '01' }];
    const request = await askFor(worker(newGroup(1)), 'Split', { householdId: household!.id, members });
    waiting = { householdId: household!.id, request };
    const key = randomUUID();
    const [one, again] = await Promise.all([
      merge(administrator(), { ...next, key }),
      merge(administrator(), { ...next, key }),
    ]);
    expect(one).toMatchObject({ groups: 4, households: 6 });
    expect(again).toEqual(one);
    expect(one.area!.predecessors.map(({ code }) => code)).toEqual([
      villageCode(0),
      villageCode(1),
      villageCode(2),
      newCode,
    ]);
    const { figures } = await administrator().ask<{ figures: object }>(
      `{ figures { villages groups households householdsInPoorVillages } }`,
    );
    expect(figures).toEqual({ villages: 1, groups: 4, households: 6, householdsInPoorVillages: 0 });
  });

  it('keep what was asked for under the old codes, and give a new household a number of the new group', async () => {
    const found = (await registerOf(officer(), `${townshipCode}302`)).find(({ id }) => id === waiting.householdId)!;
    const decided = await decideOn(service.as('townshipOfficer', [townshipCode], 'decider'), waiting.request);
    expect(decided.after.map(({ number }) => number)).toEqual([found.number, `${found.areaCode}0001`]);
    expect(found.areaCode.startsWith(`${townshipCode}302`)).toBe(true);
  });
});
