import { randomUUID } from 'node:crypto';
import { testCases, type TestCases } from '@jingzhun/temporal/testing';
import { completed, DrivenCase, elsewhere, extended, inMilliseconds, opened, waitUntil } from './testing/case-driver';
import { RecordedServices } from './testing/recorded-services';

/** The Temporal server is real; identification and supervision are stand-ins that note what they are asked. */
describe('the case of a household', () => {
  let cases: TestCases;
  const services = new RecordedServices();
  beforeAll(async () => {
    cases = await testCases(require.resolve('./index'), services.activities);
  });
  afterAll(() => cases.stop());
  afterEach(() => {
    services.answers = {};
    services.supervisionIsAway = false;
    services.stageOpen = { open: true, areaCode: '451225103001001', households: 1 };
  });

  const visitDue = (times: { remind?: number; due?: number } = {}) =>
    DrivenCase.household(cases, randomUUID(), opened('visit', times));

  /** The facts that bring a household from scoring to its end. */
  const theRest = () => [
    completed(2, 'scoring', elsewhere('group-review')),
    completed(3, 'group-review', elsewhere('publicity')),
    completed(4, 'publicity', elsewhere('village-review')),
    completed(5, 'village-review', opened('entry')),
    completed(6, 'entry'),
  ];

  it('goes through six stages with three Updates, asks nobody anything, and stays within the budget', async () => {
    const household = await visitDue();
    const [scoring, ...later] = theRest();
    expect(await household.tell(completed(1, 'visit', opened('scoring')), scoring)).toBe(2);
    expect(await household.tell(...later.slice(0, 3))).toBe(3);
    expect(await household.tell(...later.slice(3))).toBe(1);

    const { completed: stages } = await household.result();
    expect(stages.map(({ stage, breached }) => [stage, breached])).toEqual([
      ['visit', false],
      ['scoring', false],
      ['group-review', false],
      ['publicity', false],
      ['village-review', false],
      ['entry', false],
    ]);
    expect(services.about(household.id)).toEqual([]);

    const events = await household.eventTypes();
    expect(events.filter((type) => type === 'timerStartedEventAttributes')).toHaveLength(2);
    expect(events.length).toBeLessThanOrEqual(30);
    expect(await household.stateTransitions()).toBeLessThanOrEqual(9);
  });

  it('left without a visit is reminded of once and late once, and the visit still counts when it comes', async () => {
    const household = await visitDue({ remind: 100, due: 250 });
    await waitUntil(() => services.actsOn(household.id).length === 2);
    await household.tell(completed(1, 'visit', opened('scoring')), ...theRest());

    const { completed: stages } = await household.result();
    expect(services.actsOn(household.id)).toEqual(['remind visit', 'recordBreach visit']);
    expect(stages[0]).toMatchObject({ stage: 'visit', breached: true });
    expect(stages.slice(1).every((stage) => !stage.breached)).toBe(true);
  });

  it('tells supervision where the household lies and when the visit was due, and nothing about people', async () => {
    const household = await visitDue({ remind: 50, due: 100 });
    await waitUntil(() => services.actsOn(household.id).length === 2);
    const breach = services.about(household.id).at(-1)?.with;
    expect(Object.keys(breach ?? {}).sort()).toEqual([
      'areaCode',
      'dueAt',
      'households',
      'openedAt',
      'remindAt',
      'round',
      'stage',
      'subjectId',
      'subjectKind',
    ]);
    await household.tell(completed(1, 'visit'));
  });

  it('is not late when the deadline was extended in time', async () => {
    const household = await visitDue({ remind: 600, due: 700 });
    expect(await household.tell(extended(1, 'visit'))).toBe(1);
    // Another household, due later and not extended, shows that the first due time has passed.
    const neighbour = await visitDue({ remind: 750, due: 800 });
    await waitUntil(() => services.actsOn(neighbour.id).length === 2);
    expect(services.actsOn(household.id)).toEqual([]);
    await household.tell(completed(1, 'visit'));
    await neighbour.tell(completed(1, 'visit'));
    const [visit] = (await household.result()).completed;
    expect(Date.parse(visit?.dueAt ?? '')).toBeGreaterThan(Date.parse(visit?.firstDueAt ?? ''));
  });

  it('waits for the new due time when supervision has just granted an extension that has not arrived', async () => {
    const household = await visitDue({ remind: 10, due: 100 });
    services.answers.recordBreach = [
      { outcome: 'extended', version: 1, remindAt: inMilliseconds(400), dueAt: inMilliseconds(500) },
    ];
    await waitUntil(() => services.actsOn(household.id).length === 4);
    expect(services.actsOn(household.id)).toEqual([
      'remind visit',
      'recordBreach visit',
      'remind visit',
      'recordBreach visit',
    ]);
    expect(await household.tell(extended(1, 'visit'))).toBe(0);
    await household.tell(completed(1, 'visit'));
    expect((await household.result()).completed).toMatchObject([{ stage: 'visit', breached: true }]);
  });

  it('waits for the new due time when the extension arrives while supervision is being asked', async () => {
    const household = await visitDue({ remind: 10, due: 100 });
    const moved = extended(1, 'visit', { remind: 600, due: 700 });
    services.answers.recordBreach = [
      async () => {
        expect(await household.tell(moved)).toBe(1);
        return { outcome: 'extended', version: 1, remindAt: inMilliseconds(600), dueAt: inMilliseconds(700) };
      },
    ];
    await waitUntil(() => services.actsOn(household.id).length === 4);
    expect(services.actsOn(household.id).at(-1)).toBe('recordBreach visit');
    await household.tell(completed(1, 'visit'));
    expect((await household.result()).completed).toMatchObject([{ stage: 'visit', breached: true }]);
  });

  it('is not late when the visit was made and only the news of it is on its way', async () => {
    services.stageOpen = { open: false };
    const household = await visitDue({ remind: 10, due: 20 });
    await waitUntil(() => services.about(household.id).length === 1);
    await household.tell(completed(1, 'visit'));
    expect((await household.result()).completed).toMatchObject([{ stage: 'visit', breached: false }]);
    expect(services.actsOn(household.id)).toEqual([]);
  });

  it('is not changed by facts it has heard before, in whatever order they come', async () => {
    const household = await visitDue();
    const visit = completed(1, 'visit', opened('scoring'));
    const scoring = completed(2, 'scoring', elsewhere('group-review'));
    expect(await household.tell(scoring, visit)).toBe(2);
    expect(await household.tell(visit, scoring)).toBe(0);
    expect(await household.tell(visit, scoring, completed(3, 'group-review'))).toBe(1);
    const { completed: stages } = await household.result();
    expect(stages.map(({ stage }) => stage)).toEqual(['visit', 'scoring', 'group-review']);
  });

  it('refuses malformed facts at once and without a trace', async () => {
    const household = await visitDue();
    await expect(household.tell({ kind: 'stage-completed', sequence: 1, round: 1 })).rejects.toMatchObject({
      cause: { type: 'MALFORMED_FACTS', message: 'fact 0: names no stage' },
    });
    expect((await household.eventTypes()).filter((type) => type.startsWith('workflowExecutionUpdate'))).toEqual([]);
    await household.tell(completed(1, 'visit'));
  });

  it('is visited a second time when a review sends it back', async () => {
    const household = await visitDue();
    await household.tell(
      completed(1, 'visit', opened('scoring')),
      completed(2, 'scoring', elsewhere('group-review')),
      completed(3, 'group-review', opened('visit', { round: 2, remind: 10, due: 20 })),
    );
    await waitUntil(() => services.actsOn(household.id).length === 2);
    await household.tell(completed(4, 'visit', undefined, 2));
    const { completed: stages } = await household.result();
    expect(stages.at(-1)).toMatchObject({ stage: 'visit', round: 2, breached: true });
  });

  it('hears of its facts while supervision is away, and its lateness is recorded when supervision is back', async () => {
    services.supervisionIsAway = true;
    const household = await visitDue({ remind: 10, due: 30 });
    await waitUntil(() => services.about(household.id).length === 1);
    await household.tell(completed(1, 'visit', opened('scoring', { remind: 10, due: 20 })));
    expect(await household.tell(completed(2, 'scoring'))).toBe(1);
    services.supervisionIsAway = false;
    expect((await household.result()).completed).toHaveLength(2);
    expect(services.actsOn(household.id)).toContain('remind visit');
  });

  it('is late although no worker was alive when the time came', async () => {
    const household = await visitDue({ remind: 200, due: 250 });
    await cases.pause();
    const dead = Date.now();
    await waitUntil(() => Date.now() > dead + 400);
    expect(services.actsOn(household.id)).toEqual([]);
    await cases.resume();
    await waitUntil(() => services.actsOn(household.id).length === 2);
    await household.tell(completed(1, 'visit'));
    expect((await household.result()).completed).toMatchObject([{ stage: 'visit', breached: true }]);
  });
});
