import { randomUUID } from 'node:crypto';
import { openCampaign, runningService, type RunningService } from '../testing/running-service';
import { groupCode } from '../testing/small-county';
import {
  assess,
  factsOf,
  holdReview,
  householdsOf,
  recordScoreSheet,
  recordVisit,
  sittingsOf,
} from '../testing/steps';

describe('repeated and competing work', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await runningService();
    await openCampaign(service, { villages: [[12], [2]] });
  });
  afterAll(() => service.close());

  const area = groupCode(0, 0);
  const worker = (person = 'worker') => service.as('fieldWorker', [area], person);
  const visitable = async () => (await householdsOf(worker(), area, 'visit'))[0]!;

  it('does once what is sent five times at once with one key, and answers each the same', async () => {
    const household = await visitable();
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 5 }, () => recordVisit(worker(), household, { key })));
    expect(answers).toEqual(
      Array.from({ length: 5 }, () => ({ ...household, version: household.version + 1, stage: 'scoring' })),
    );
    expect(await recordVisit(worker(), household, { key })).toEqual(answers[0]);
  });

  it('refuses a key that comes with another payload', async () => {
    const household = await visitable();
    const key = randomUUID();
    await recordVisit(worker(), household, { key });
    expect(await recordVisit(worker(), household, { key, personsPresent: 3 })).toMatchObject({
      code: 'KEY_REUSED',
      field: 'key',
    });
  });

  it('keeps the keys of two people apart', async () => {
    const key = randomUUID();
    expect(await recordVisit(worker(), await visitable(), { key })).toMatchObject({ stage: 'scoring' });
    expect(await recordVisit(worker('colleague'), await visitable(), { key })).toMatchObject({ stage: 'scoring' });
  });

  it('lets one of ten writers on one version win, keeps what the others bring, and tells them', async () => {
    const household = await visitable();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => recordVisit(worker(`writer ${index}`), household)),
    );
    expect(answers.filter(({ stage }) => stage === 'scoring')).toHaveLength(1);
    expect(new Set(answers.map(({ visitId }) => visitId)).size).toBe(10);
  });

  it('tells a writer whose household moved on and came back that his copy is old', async () => {
    const household = await visitable();
    expect(await recordVisit(worker(), { ...household, version: household.version - 1 })).toMatchObject({
      code: 'STALE_VERSION',
    });
  });

  it('refuses a sheet for which facts are still wanted, naming every one of them', async () => {
    const household = await visitable();
    const facts = await factsOf(worker(), household.id);
    const [debt, fowl] = ['debt', 'fowl'].map((key) => facts.find(({ fact }) => fact === key)!);
    const visited = await recordVisit(worker(), household, {
      observations: facts.filter((fact) => fact !== debt && fact !== fowl),
    });
    expect(await recordScoreSheet(worker(), visited)).toMatchObject({
      code: 'FACTS_NOT_VALID',
      problems: [
        { fact: 'fowl', code: 'FACT_MISSING' },
        { fact: 'debt', code: 'FACT_MISSING' },
      ],
    });
    expect(await recordScoreSheet(worker(), visited, { formVersion: 'old' })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'formVersion',
    });
    expect(await recordScoreSheet(worker(), visited, { observations: [debt, fowl] })).toMatchObject({
      stage: 'group-review',
    });
  });

  it('refuses a visit in the future, with nobody at home, or without an observation', async () => {
    const household = await visitable();
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    expect(await recordVisit(worker(), household, { visitedAt: tomorrow })).toMatchObject({ field: 'visitedAt' });
    expect(await recordVisit(worker(), household, { personsPresent: 0 })).toMatchObject({ field: 'personsPresent' });
    expect(await recordVisit(worker(), household, { observation: ' ' })).toMatchObject({ field: 'observation' });
  });

  it('holds a sitting once, however many secretaries press the button', async () => {
    const small = groupCode(1, 0);
    await assess(service.as('fieldWorker', [small], 'small'), small);
    const secretary = service.as('groupSecretary', [small]);
    const [sitting] = await sittingsOf(secretary, {});
    const answers = await Promise.all(Array.from({ length: 6 }, () => holdReview(secretary, 'Group', sitting!)));
    expect(answers.filter(({ state }) => state === 'held')).toHaveLength(1);
    expect(answers.filter(({ code }) => code === 'NOT_AT_STAGE')).toHaveLength(5);
  });

  it('opens one sitting when the last households of a group are scored at the same instant', async () => {
    await assess(worker(), area);
    const sittings = await sittingsOf(service.as('groupSecretary', [area]), {});
    expect(sittings).toHaveLength(1);
    expect(sittings[0]).toMatchObject({ households: 12 });
  });
});
