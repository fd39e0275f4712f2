import { drawSample } from '@jingzhun/identification-rules';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { finishVillage } from '../testing/finish-village';
import { openCampaign, runningService, type Person, type RunningService } from '../testing/running-service';
import { countyCode, townshipCode, villageCode } from '../testing/small-county';
import { householdsOf, plainTotal, type Answer } from '../testing/steps';

interface Difference {
  id: string;
  version: number;
  field: string;
  first: unknown;
  second: unknown;
  stands: unknown;
  decidedAt: string | null;
}

interface DoubleEntry {
  state: string;
  household: { id: string; number: string };
  differences: Difference[];
}

interface Entered {
  householdId: string;
  total?: number;
  vetoed: boolean;
  vetoReason?: string;
}

interface Entry {
  total: number;
  vetoed: boolean;
  check: string;
  corrections: { before: { total: number }; after: { total: number }; reason: string }[];
}

describe('entries that are keyed in a second time', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await runningService();
    // The first village is entered, by one clerk; the second has not begun.
    await openCampaign(service, { villages: [[4, 1], [1]] }, 20);
    await finishVillage(service);
  });
  afterAll(() => service.close());

  const officer = (areas = [townshipCode]) => service.as('townshipOfficer', areas, `officer of ${areas[0]}`);
  const firstClerk = () => service.as('entryClerk', [townshipCode]);
  const secondClerk = () => service.as('entryClerk', [townshipCode], 'second clerk');

  const draw = async (person: Person, areaCode: string) => {
    const { answer } = await person.ask<{
      answer: Answer<{ id: string; seed: string; percent: number; minimum: number; covered: number; drawn: number }>;
    }>(
      `mutation ($input: DrawDoubleEntriesInput!) {
         answer: drawDoubleEntries(input: $input) {
           ... on DoubleEntryDraw { id seed percent minimum covered drawn } ... on Refusal { code field }
         }
       }`,
      { input: { key: randomUUID(), areaCode } },
    );
    return answer;
  };
  const waiting = async (person: Person) => {
    const { list } = await person.ask<{
      list: { totalCount: number; nodes: { householdId: string; number: string }[] };
    }>(`{ list: secondEntriesWaiting(first: 100) { totalCount nodes { householdId number } } }`);
    return list;
  };
  const enter = async (person: Person, entries: Entered[], key = randomUUID()) => {
    const { answer } = await person.ask<{ answer: Answer<{ agreed: number; differing: number }> }>(
      `mutation ($input: RecordSecondEntriesInput!) {
         answer: recordSecondEntries(input: $input) {
           ... on SecondEntriesRecorded { agreed differing } ... on Refusal { code field }
         }
       }`,
      { input: { key, entries } },
    );
    return answer;
  };
  const checked = async (person: Person, state?: string) => {
    const { list } = await person.ask<{ list: { nodes: DoubleEntry[] } }>(
      `query ($filter: DoubleEntryFilter) {
         list: doubleEntries(filter: $filter, first: 100) {
           nodes { state household { id number } differences { id version field first second stands decidedAt } }
         }
       }`,
      { filter: { state } },
    );
    return list.nodes;
  };
  const settle = async (person: Person, { id, version }: Difference, said: Record<string, unknown> = {}) => {
    const input = {
      key: randomUUID(),
      differenceId: id,
      version,
      stands: 'first',
      reason: '核对纸质评估表。',
      ...said,
    };
    const { answer } = await person.ask<{ answer: Answer<DoubleEntry> }>(
      `mutation ($input: SettleEntryDifferenceInput!) {
         answer: settleEntryDifference(input: $input) {
           ... on DoubleEntry { state differences { field stands decidedAt } } ... on Refusal { code field }
         }
       }`,
      { input },
    );
    return answer;
  };
  const entryOf = async (householdId: string) => {
    const { household } = await officer().ask<{ household: { entry: Entry } }>(
      `query ($id: ID!) {
         household(id: $id) {
           entry { total vetoed check corrections { before { total } after { total } reason } }
         }
       }`,
      { id: householdId },
    );
    return household.entry;
  };

  it('are drawn by the share of the profile among what no draw has covered, as anybody can draw them again', async () => {
    expect(await draw(officer([villageCode(1)]), villageCode(0))).toMatchObject({ code: 'NOT_FOUND' });
    const drawn = await draw(officer(), villageCode(0));
    expect(drawn).toMatchObject({ percent: 5, minimum: 10, covered: 5, drawn: 5 });
    const population = (await householdsOf(officer(), villageCode(0))).map(({ id }) => ({
      id,
      stratum: villageCode(0),
    }));
    const [again] = drawSample({ percent: drawn.percent, minimum: drawn.minimum }, drawn.seed, population);
    expect((await checked(officer())).map(({ household }) => household.id).sort()).toEqual([...again!.ids].sort());
    expect(await draw(officer(), townshipCode)).toMatchObject({ code: 'NOTHING_TO_DRAW' });
  });

  it('wait for another clerk than the first, who is shown no value and no draw', async () => {
    expect(await waiting(firstClerk())).toEqual({ totalCount: 0, nodes: [] });
    const { totalCount, nodes } = await waiting(secondClerk());
    expect(totalCount).toBe(5);
    for (const field of ['entry { total }', 'entry { check }']) {
      const seen = await secondClerk().execute(`{ household(id: "${nodes[0]!.householdId}") { ${field} } }`);
      expect(seen.errors?.[0]?.extensions?.code).toBe('NOT_ALLOWED');
    }
    const list = await secondClerk().execute(`{ doubleEntries(first: 1) { totalCount } }`);
    expect(list.errors?.[0]?.extensions?.code).toBe('NOT_ALLOWED');
    const own = { householdId: nodes[0]!.householdId, total: plainTotal, vetoed: false };
    expect(await enter(firstClerk(), [own])).toMatchObject({ code: 'OWN_ENTRY' });
    const outside = service.as('entryClerk', [villageCode(1)], 'clerk of the other village');
    expect(await enter(outside, [own])).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('agree or differ; all of a batch or none is kept, once', async () => {
    // A wrong total that came into the table before anybody compared it with the sheet.
    const { nodes } = await waiting(secondClerk());
    const [wrong, slip, vetoed, ...plain] = nodes;
    const admin = new Client({ connectionString: service.database.adminUrl });
    await admin.connect();
    await admin.query(`UPDATE entry SET total = total + 7 WHERE household_id = $1`, [wrong!.householdId]);
    await admin.end();

    const entries: Entered[] = [
      ...[wrong!, ...plain].map(({ householdId }) => ({ householdId, total: plainTotal, vetoed: false })),
      { householdId: slip!.householdId, total: plainTotal + 1, vetoed: false },
      { householdId: vetoed!.householdId, total: plainTotal, vetoed: true, vetoReason: '有小轿车' },
    ];
    expect(await enter(secondClerk(), [{ ...entries[4]!, vetoReason: ' ' }])).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await enter(secondClerk(), [...entries, { ...entries[0]!, householdId: randomUUID() }])).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect((await waiting(secondClerk())).totalCount).toBe(5);

    const key = randomUUID();
    expect(await enter(secondClerk(), entries, key)).toEqual({ agreed: 2, differing: 3 });
    expect(await enter(secondClerk(), entries, key)).toEqual({ agreed: 2, differing: 3 });
    expect(await enter(secondClerk(), entries)).toMatchObject({ code: 'CHECKED_ALREADY' });
    expect((await waiting(secondClerk())).totalCount).toBe(0);
    expect((await entryOf(plain[0]!.householdId)).check).toBe('agreed');

    const found = (await checked(officer(), 'differs')).flatMap(({ household, differences }) =>
      differences.map(({ field, first, second }) => ({ id: household.id, field, first, second })),
    );
    expect(found).toHaveLength(3);
    expect(found).toEqual(
      expect.arrayContaining([
        { id: wrong!.householdId, field: 'total', first: plainTotal + 7, second: plainTotal },
        { id: slip!.householdId, field: 'total', first: plainTotal, second: plainTotal + 1 },
        { id: vetoed!.householdId, field: 'veto', first: null, second: '有小轿车' },
      ]),
    );
  });

  it('are settled one by one by somebody else, with a reason; what changes the entry is kept as its correction', async () => {
    const differing = await checked(officer(), 'differs');
    const about = (field: string, first: unknown) =>
      differing.find(({ differences }) => differences.some((each) => each.field === field && each.first === first))!;
    const [wrong, slip, veto] = [about('total', plainTotal + 7), about('total', plainTotal), about('veto', null)];

    expect(await settle(officer(), slip.differences[0]!, { reason: '' })).toMatchObject({ field: 'reason' });
    expect(await settle(service.as('supervisor', [countyCode]), slip.differences[0]!)).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    const alsoClerk = service.as('townshipOfficer', [townshipCode], 'second clerk');
    expect(await settle(alsoClerk, slip.differences[0]!)).toMatchObject({ code: 'OWN_ENTRY' });
    // What the sheet and the vetoes do not say can stand in no entry.
    expect(await settle(officer(), slip.differences[0]!, { stands: 'second' })).toMatchObject({
      code: 'ENTRY_DIFFERS',
    });
    expect(await settle(officer(), veto.differences[0]!, { stands: 'second' })).toMatchObject({
      code: 'ENTRY_DIFFERS',
    });

    expect(await settle(officer(), slip.differences[0]!)).toMatchObject({ state: 'settled' });
    expect(await settle(officer(), slip.differences[0]!)).toMatchObject({ code: 'CHECKED_ALREADY' });
    expect(await settle(officer(), veto.differences[0]!)).toMatchObject({
      state: 'settled',
      differences: [{ field: 'veto', stands: null, decidedAt: expect.any(String) }],
    });
    expect(await entryOf(slip.household.id)).toEqual({
      total: plainTotal,
      vetoed: false,
      check: 'settled',
      corrections: [],
    });

    expect(await settle(officer(), wrong.differences[0]!, { stands: 'second' })).toMatchObject({ state: 'settled' });
    expect(await entryOf(wrong.household.id)).toEqual({
      total: plainTotal,
      vetoed: false,
      check: 'settled',
      corrections: [{ before: { total: plainTotal + 7 }, after: { total: plainTotal }, reason: '核对纸质评估表。' }],
    });
  });

  it('are counted by area', async () => {
    const { figures } = await officer().ask<{ figures: object }>(
      `{ figures: doubleEntryFigures(areaCode: "${townshipCode}") { entered covered drawn waiting agreed differing settled } }`,
    );
    expect(figures).toEqual({ entered: 5, covered: 5, drawn: 5, waiting: 0, agreed: 2, differing: 0, settled: 3 });
  });
});
