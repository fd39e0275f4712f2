import { randomUUID } from 'node:crypto';
import { audit, finishVillage } from '../testing/finish-village';
import { openCampaign, runningService, type RunningService } from '../testing/running-service';
import { countyCode, groupCode, townshipCode, villageCode } from '../testing/small-county';
import { householdsOf, recordVisit, sittingsOf } from '../testing/steps';

interface ShownProfile {
  key: string;
  version: number;
  frozenAt: string | null;
  terms: { key: string; stages: object[] };
}

interface SaveAnswer {
  version?: number;
  code?: string;
  problems?: { path: string; problem: string }[];
}

const dayMilliseconds = 20;

function profilesOf(service: RunningService): Promise<ShownProfile[]> {
  return service
    .as('administrator', [countyCode])
    .ask<{ profiles: ShownProfile[] }>(`{ profiles { key version frozenAt terms } }`)
    .then(({ profiles }) => profiles);
}

async function save(service: RunningService, terms: object): Promise<SaveAnswer> {
  const { saveProfile } = await service.as('administrator', [countyCode]).ask<{ saveProfile: SaveAnswer }>(
    `mutation ($input: SaveProfileInput!) {
       saveProfile(input: $input) {
         ... on Profile { version } ... on Refusal { code } ... on ProfileNotValid { problems { path problem } }
       }
     }`,
    { input: { key: randomUUID(), terms } },
  );
  return saveProfile;
}

describe('the profiles of a county', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await runningService();
  });
  afterAll(() => service.close());

  it('are those of the release to begin with', async () => {
    const known = await profilesOf(service);
    expect(known.map(({ key, version, frozenAt }) => [key, version, frozenAt])).toEqual([
      ['luocheng-2015', 1, null],
      ['monitoring', 1, null],
      ['national-2014', 1, null],
      ['shanglin-2015', 1, null],
    ]);
  });

  it('are checked when they are saved, and every place at fault is named', async () => {
    const [luocheng] = await profilesOf(service);
    const [visit, ...rest] = luocheng!.terms.stages;
    const wrong = { ...luocheng!.terms, stages: [{ ...visit, days: 0, ownerRole: 'mayor' }, ...rest] };
    expect(await save(service, wrong)).toMatchObject({
      code: 'PROFILE_NOT_VALID',
      problems: [
        { path: 'stages[0].days' },
        { path: 'stages[0].remindBeforeDays' },
        { path: 'stages[0].ownerRole', problem: 'mayor is no role' },
      ],
    });
    expect(await save(service, { ...luocheng!.terms, stages: [{ ...visit, colour: 'red' }] })).toMatchObject({
      code: 'PROFILE_NOT_VALID',
      problems: [{ path: 'stages[0]' }],
    });
    expect(await save(service, ['visit'])).toMatchObject({ code: 'PROFILE_NOT_VALID' });
  });

  it('replace the newest version until a campaign runs by it, and follow it afterwards', async () => {
    const [luocheng] = await profilesOf(service);
    expect(await save(service, { ...luocheng!.terms, key: 'our-own' })).toEqual({ version: 1 });
    expect(await save(service, { ...luocheng!.terms, key: 'our-own' })).toEqual({ version: 1 });
    await openCampaign(service, { villages: [[1]] }, dayMilliseconds, 'our-own');
    expect(await save(service, { ...luocheng!.terms, key: 'our-own' })).toEqual({ version: 2 });
    const own = (await profilesOf(service)).filter(({ key }) => key === 'our-own');
    expect(own.map(({ version, frozenAt }) => [version, frozenAt !== null])).toEqual([
      [2, false],
      [1, true],
    ]);
  });
});

/** Each runs through the same services; what it is called and how often a step comes is data. */
describe.each([
  ['luocheng-2015', 6],
  ['shanglin-2015', 11],
  ['national-2014', 8],
  ['monitoring', 8],
])('a village by the profile %s', (profile, stages) => {
  let service: RunningService;
  beforeAll(async () => {
    service = await runningService();
    await openCampaign(service, { villages: [[2, 1]] }, dayMilliseconds, profile);
  });
  afterAll(() => service.close());

  it('comes to its end with every household having passed every stage once', async () => {
    await finishVillage(service);
    const { households } = await service
      .as('countyLeader', [countyCode])
      .ask<{ households: { nodes: { stage: string; history: object[] }[] } }>(
        `{ households(first: 100) { nodes { stage history { stage } } } }`,
      );
    expect(households.nodes.map(({ stage, history }) => [stage, history.length])).toEqual(
      Array.from({ length: 3 }, () => ['done', stages]),
    );
  });
});

describe('a household that an office returns at an audit', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await runningService();
    await openCampaign(service, { villages: [[2]] }, dayMilliseconds, 'monitoring');
  });
  afterAll(() => service.close());

  const worker = () => service.as('fieldWorker', [groupCode(0, 0)]);

  it('is visited again while its neighbour waits, and the meeting speaks of both together', async () => {
    const village = villageCode(0);
    for (const household of await householdsOf(worker(), village, 'visit')) await recordVisit(worker(), household);
    const [one, other] = await householdsOf(worker(), village, 'match');
    expect(await audit(service, 'match', 'townshipOfficer', 'confirmed', [one!])).toEqual({ code: 'NOT_ALLOWED' });
    expect(await audit(service, 'match', 'supervisor', 'returned', [one!])).toEqual({ confirmed: 0, returned: 1 });
    expect(await audit(service, 'match', 'supervisor', 'confirmed', [other!])).toEqual({ confirmed: 1, returned: 0 });
    const secretary = service.as('villageSecretary', [village]);
    expect(await sittingsOf(secretary, {})).toEqual([]);

    const [again] = await householdsOf(worker(), village, 'visit');
    expect(again).toMatchObject({ id: one!.id, round: 2 });
    await recordVisit(worker(), again!);
    const [matched] = await householdsOf(worker(), village, 'match');
    await audit(service, 'match', 'supervisor', 'confirmed', [matched!]);
    expect(await sittingsOf(secretary, {})).toMatchObject([{ state: 'open', households: 2 }]);
    expect(await householdsOf(service.as('townshipOfficer', [townshipCode]), village, 'village-review')).toHaveLength(
      2,
    );
  });
});
