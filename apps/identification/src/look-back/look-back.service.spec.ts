import { luocheng2015, scoreOf, type RegisteredMember } from '@jingzhun/identification-rules';
import { randomUUID } from 'node:crypto';
import { openCampaign, runningService, type Person, type RunningService } from '../testing/running-service';
import { countyCode, groupCode, townshipCode, villageCode } from '../testing/small-county';
import { assess, companion, householdsOf, plainFacts, plainTotal, today, type Answer } from '../testing/steps';

interface Drawn {
  id: string;
  version: number;
  firstTotal: number;
  secondTotal: number | null;
  difference: number | null;
  items: { item: string; first: number; second: number }[];
  household: { id: string; stage: string; members: RegisteredMember[]; scoreSheet: { total: number } };
}

const form = luocheng2015.form!;

describe('a look-back at the scores', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await runningService();
    await openCampaign(service, { villages: [[2], [1]] });
    for (const village of [0, 1])
      await assess(service.as('fieldWorker', [villageCode(village)]), groupCode(village, 0));
  });
  afterAll(() => service.close());

  const auditor = (areas = [countyCode]) => service.as('supervisor', areas, `auditor of ${areas[0]}`);
  const team = () => service.as('fieldWorker', [townshipCode], 'another team');

  const draw = async (person: Person, change: Record<string, unknown> = {}) => {
    const { answer } = await person.ask<{ answer: Answer<{ id: string; population: number; drawn: number }> }>(
      `mutation ($input: DrawLookBackInput!) {
         answer: drawLookBack(input: $input) { ... on LookBack { id population drawn } ... on Refusal { code field } }
       }`,
      { input: { key: randomUUID(), areaCode: countyCode, reason: '评分回头看', ...change } },
    );
    return answer;
  };
  const drawnOf = async (person: Person, filter: Record<string, unknown> = {}) => {
    const { list } = await person.ask<{ list: { totalCount: number; nodes: Drawn[] } }>(
      `query ($filter: LookBackFilter) {
         list: lookBackHouseholds(filter: $filter, first: 100) {
           totalCount
           nodes {
             id version firstTotal secondTotal difference items { item first second }
             household { id stage members { id relation sex birthDate ethnicity } scoreSheet { total } }
           }
         }
       }`,
      { filter },
    );
    return list.nodes;
  };
  const record = async (
    person: Person,
    { id, version }: Pick<Drawn, 'id' | 'version'>,
    change: Record<string, unknown>,
  ) => {
    const input = {
      key: randomUUID(),
      lookBackHouseholdId: id,
      version,
      assessedOn: today(),
      assessors: [],
      facts: [],
      ...change,
    };
    const { answer } = await person.ask<{
      answer: Answer<Drawn & { personIds?: string[]; problems?: { fact: string; code: string }[] }>;
    }>(
      `mutation ($input: RecordSecondAssessmentInput!) {
         answer: recordSecondAssessment(input: $input) {
           ... on LookBackHousehold { id version }
           ... on OwnAssessment { personIds }
           ... on FactsNotValid { problems { fact code } }
           ... on Refusal { code field }
         }
       }`,
      { input },
    );
    return answer;
  };
  /** The facts of the form as the first team found them, but for what is named. */
  const found = ({ household }: Drawn, changes: Record<string, unknown> = {}) =>
    plainFacts(household.members.map(({ id }) => id)).map((fact) =>
      fact.fact in changes ? { ...fact, value: changes[fact.fact] as number } : fact,
    );

  it('is drawn by an auditor over his own area, by the sample of each township', async () => {
    expect(await draw(auditor([villageCode(0)]))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await draw(auditor(), { reason: ' ' })).toMatchObject({ field: 'reason' });
    expect(await draw(auditor(), { samples: [{ townshipCode, percent: 1, minimum: 1 }] })).toMatchObject({
      population: 3,
      drawn: 2,
    });
    expect(await draw(auditor())).toMatchObject({ population: 3, drawn: 3 });
    const { lookBacks } = await auditor().ask<{ lookBacks: { nodes: object[] } }>(
      `{ lookBacks(first: 10) { nodes { areaCode stratum sample { percent minimum } townshipSamples { townshipCode minimum } drawn } } }`,
    );
    const byVillage = { areaCode: countyCode, stratum: 'village', sample: { percent: 5, minimum: 10 } };
    expect(lookBacks.nodes).toEqual([
      { ...byVillage, townshipSamples: [{ townshipCode, minimum: 1 }], drawn: 2 },
      { ...byVillage, townshipSamples: [], drawn: 3 },
    ]);
  });

  it('is told to nobody about the households that he assessed himself', async () => {
    const { list } = await service
      .as('fieldWorker', [villageCode(0)])
      .ask<{ list: { totalCount: number } }>(`{ list: lookBackHouseholds(first: 10) { totalCount } }`);
    expect(list.totalCount).toBe(0);
  });

  it('is made by other people than the first assessment, who find everything anew', async () => {
    const [drawn] = await drawnOf(auditor());
    const own = service.as('fieldWorker', [townshipCode]);
    expect(await record(own, drawn!, { facts: found(drawn!) })).toMatchObject({ code: 'OWN_ASSESSMENT' });
    expect(await record(team(), drawn!, { facts: found(drawn!), assessors: [companion] })).toMatchObject({
      code: 'OWN_ASSESSMENT',
      personIds: [companion],
    });
    const incomplete = await record(team(), drawn!, { facts: found(drawn!).slice(1) });
    expect(incomplete).toMatchObject({ code: 'FACTS_NOT_VALID' });
    expect(incomplete.problems?.map(({ code }) => code)).toContain('FACT_MISSING');
    const outside = service.as('fieldWorker', [groupCode(1, 0)], 'team of the other village');
    expect(await record(outside, drawn!, {})).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('shows by how many points and on which items the two differ, and changes neither score nor stage', async () => {
    const [{ id: lookBackId }] = await lookBackIds();
    const [same, changed] = await drawnOf(auditor(), { lookBackId, areaCode: villageCode(0) });
    expect(await record(team(), same!, { facts: found(same!) })).toMatchObject({ version: 2 });
    const facts = found(changed!, { 'floor-area': 61, appliances: ['television'] });
    expect(await record(team(), changed!, { facts })).toMatchObject({ version: 2 });
    expect(await record(team(), changed!, { facts, version: 2 })).toMatchObject({ code: 'ASSESSED_AGAIN' });

    const score = scoreOf(
      form,
      changed!.household.members,
      facts.map(({ fact, memberId, value }) => ({ fact, ...(memberId && { member: memberId }), value })),
    );
    const expected = score.ok ? score.total : NaN;
    expect(expected).not.toBe(plainTotal);
    const shown = await drawnOf(auditor(), { lookBackId, areaCode: villageCode(0), assessed: true });
    const pick = (one: Drawn) => shown.find(({ id }) => id === one.id);
    expect(pick(same!)).toMatchObject({ firstTotal: plainTotal, secondTotal: plainTotal, difference: 0, items: [] });
    expect(pick(changed!)).toMatchObject({ secondTotal: expected, difference: expected - plainTotal });
    expect(pick(changed!)!.items.reduce((sum, { first, second }) => sum + second - first, 0)).toBe(
      expected - plainTotal,
    );
    expect(pick(changed!)!.household).toEqual(changed!.household);

    const { figures } = await auditor().ask<{ figures: Record<string, unknown>[] }>(
      `query ($id: ID!) {
         figures: lookBackFigures(lookBackId: $id, by: village) {
           areaCode drawn assessed changed changedShare meanDifference meanAbsoluteDifference
         }
       }`,
      { id: lookBackId },
    );
    expect(figures).toEqual([
      {
        areaCode: villageCode(0),
        drawn: 2,
        assessed: 2,
        changed: 1,
        changedShare: 0.5,
        meanDifference: (expected - plainTotal) / 2,
        meanAbsoluteDifference: Math.abs(expected - plainTotal) / 2,
      },
      {
        areaCode: villageCode(1),
        drawn: 1,
        assessed: 0,
        changed: 0,
        changedShare: null,
        meanDifference: null,
        meanAbsoluteDifference: null,
      },
    ]);
  });

  it('goes on with its households only: whoever has one village sees those of that village', async () => {
    expect(await drawnOf(service.as('townshipOfficer', [villageCode(1)], 'of one village'))).not.toHaveLength(0);
    const seen = await drawnOf(service.as('townshipOfficer', [villageCode(1)], 'of one village'));
    const own = new Set((await householdsOf(auditor(), villageCode(1))).map(({ id }) => id));
    expect(seen.every(({ household }) => own.has(household.id))).toBe(true);
  });

  /** The newest look-back first. */
  async function lookBackIds(): Promise<[{ id: string }, ...{ id: string }[]]> {
    const { lookBacks } = await auditor().ask<{ lookBacks: { nodes: { id: string }[] } }>(
      `{ lookBacks(first: 10) { nodes { id } } }`,
    );
    return lookBacks.nodes.reverse() as [{ id: string }];
  }
});
