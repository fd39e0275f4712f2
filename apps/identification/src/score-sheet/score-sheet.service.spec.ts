import { luocheng2015Form as form } from '@jingzhun/identification-rules';
import { randomUUID } from 'node:crypto';
import { openCampaign, runningService, type Person, type RunningService } from '../testing/running-service';
import { groupCode, townshipCode } from '../testing/small-county';
import {
  factsOf,
  holdReview,
  householdsOf,
  plainTotal,
  recordScoreSheet,
  recordVisit,
  sittingsOf,
  type Answer,
  type ShownHousehold,
} from '../testing/steps';

interface ShownSheet {
  id: string;
  round: number;
  revision: number;
  total: number;
  points: { item: string; points: number }[];
  explanation: { item: string; points: number; sentence: string }[];
  privateExplanation?: { item: string; points: number }[];
  corrections: {
    ground: string;
    reason: string;
    changes: { fact: string; before: unknown; after: unknown }[];
    totalBefore: number;
    totalAfter: number;
    correctedBy: string;
  }[];
}

const sheet = `id round revision total points { item points } explanation { item points sentence }
  privateExplanation { item points }
  corrections { ground reason changes { fact before after } totalBefore totalAfter correctedBy }`;

describe('score sheets', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await runningService();
    await openCampaign(service, { villages: [[3]] });
  });
  afterAll(() => service.close());

  const group = groupCode(0, 0);
  const worker = () => service.as('fieldWorker', [group]);
  const officer = () => service.as('townshipOfficer', [townshipCode]);
  const secretary = () => service.as('groupSecretary', [group]);
  const [first, second, third] = [0, 1, 2];
  const householdAt = async (place = first) => (await householdsOf(worker(), group))[place!]!;

  async function sheetOf(id: string): Promise<ShownSheet> {
    const { household } = await officer().ask<{ household: { scoreSheet: ShownSheet } }>(
      `query ($id: ID!) { household(id: $id) { scoreSheet { ${sheet} } } }`,
      { id },
    );
    return household.scoreSheet;
  }

  async function correct(
    person: Person,
    { id }: { id: string },
    revision: number,
    change: object = {},
  ): Promise<Answer<ShownHousehold>> {
    const input = {
      key: randomUUID(),
      householdId: id,
      revision,
      observations: [{ fact: 'debt', value: 80_000 }],
      reason: 'The bank book was seen.',
      ...change,
    };
    const { answer } = await person.ask<{ answer: Answer<ShownHousehold> }>(
      `mutation ($input: CorrectScoreSheetInput!) {
         answer: correctScoreSheet(input: $input) { ... on Household { id version } ... on Refusal { code field } }
       }`,
      { input },
    );
    return answer;
  }

  it('are computed from the facts of the visit, with nothing left to add', async () => {
    const household = await householdAt();
    await recordVisit(worker(), household);
    expect(await correct(worker(), household, 1)).toMatchObject({ code: 'NOT_AT_STAGE' });
    const missing = await worker().ask<{ missingFacts: object[] }>(
      `query ($id: ID!) { missingFacts(householdId: $id) { fact } }`,
      { id: household.id },
    );
    expect(missing.missingFacts).toEqual([]);
    await recordScoreSheet(worker(), await householdAt());
    expect(await sheetOf(household.id)).toMatchObject({ total: plainTotal, round: 1, revision: 1, corrections: [] });
  });

  it('say of each point why, in words, and keep what is private from neighbours', async () => {
    const { id } = await householdAt();
    const { explanation, privateExplanation = [], total, points } = await sheetOf(id);
    const lines = [...explanation, ...privateExplanation];
    expect(lines.map(({ item }) => item).sort()).toEqual(form.items.map(({ key }) => key).sort());
    expect(lines.reduce((sum, line) => sum + line.points, 0)).toBe(total);
    expect(points).toHaveLength(form.items.length);
    expect(explanation.find(({ item }) => item === 'debt')?.sentence).toContain('负债0元');
    const query = (field: string) => `query ($id: ID!) { household(id: $id) { scoreSheet { ${field} { item } } } }`;
    const neighbours = await secretary().execute(query('privateExplanation'), { id });
    expect(neighbours.errors?.[0]?.extensions?.code).toBe('NOT_ALLOWED');
    expect((await secretary().execute(query('explanation'), { id })).errors).toBeUndefined();
  });

  it('take only what is not known yet: a fact is asked once', async () => {
    const household = await householdAt(second);
    const facts = await factsOf(worker(), household.id);
    const [debt] = facts.filter(({ fact }) => fact === 'debt');
    await recordVisit(worker(), household, { observations: facts.filter((fact) => fact !== debt) });
    const visited = await householdAt(second);
    const again = { observations: [debt, facts.find(({ fact }) => fact === 'pigs')] };
    expect(await recordScoreSheet(worker(), visited, again)).toMatchObject({
      code: 'FACTS_NOT_VALID',
      problems: [{ fact: 'pigs', code: 'FACT_KNOWN' }],
    });
    expect(await recordScoreSheet(worker(), visited, { observations: [debt] })).toMatchObject({
      stage: 'group-review',
    });
  });

  it('are corrected until the meeting speaks, with before, after, reason and person', async () => {
    const household = await householdAt();
    expect(await correct(worker(), household, 1, { reason: ' ' })).toMatchObject({ field: 'reason' });
    expect(await correct(worker(), household, 1, { observations: [{ fact: 'debt', value: 0 }] })).toMatchObject({
      field: 'observations',
    });
    expect(await correct(worker(), household, 1, { observations: [{ fact: 'debt', value: -1 }] })).toMatchObject({
      code: 'FACTS_NOT_VALID',
    });
    expect(await correct(worker(), household, 1)).toMatchObject({ id: household.id });
    expect(await correct(worker(), household, 1, { observations: [{ fact: 'debt', value: 5 }] })).toMatchObject({
      code: 'STALE_VERSION',
    });
    const { revision, total, corrections } = await sheetOf(household.id);
    expect(revision).toBe(2);
    expect(corrections).toEqual([
      {
        ground: 'beforeMeeting',
        reason: 'The bank book was seen.',
        changes: [{ fact: 'debt', before: 0, after: 80_000 }],
        totalBefore: plainTotal,
        totalAfter: total,
        correctedBy: expect.any(String),
      },
    ]);
    expect(total).not.toBe(plainTotal);
  });

  it('are closed by the meeting, and filled anew by those it sends back, who say why they differ', async () => {
    await recordVisit(worker(), await householdAt(third));
    await recordScoreSheet(worker(), await householdAt(third));
    const [sitting] = await sittingsOf(secretary(), { state: 'open' });
    const returned = [{ householdId: (await householdAt(second)).id, reason: 'Two pigs were not counted.' }];
    await holdReview(secretary(), 'Group', sitting!, { returned });
    expect(await correct(worker(), await householdAt(), 2)).toMatchObject({ code: 'SHEET_CLOSED' });

    const again = await householdAt(second);
    expect(again).toMatchObject({ stage: 'scoring', round: 2 });
    const observations = [{ fact: 'pigs', value: 2 }];
    expect(await recordScoreSheet(worker(), again, { observations })).toMatchObject({ field: 'reason' });
    expect(await recordScoreSheet(worker(), again, { observations, reason: 'Counted again.' })).toMatchObject({
      stage: 'group-review',
      round: 2,
    });
    const { round, corrections, total } = await sheetOf(again.id);
    expect(round).toBe(2);
    expect(corrections).toMatchObject([
      {
        ground: 'returned',
        reason: 'Counted again.',
        changes: [{ fact: 'pigs', before: 0, after: 2 }],
        totalAfter: total,
      },
    ]);
  });
});
