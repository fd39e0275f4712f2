import { randomUUID } from 'node:crypto';
import { testCases, type TestCases } from '@jingzhun/temporal/testing';
import { completed, DrivenCase, inMilliseconds, opened, resumed, waitUntil } from './testing/case-driver';
import { RecordedServices } from './testing/recorded-services';

/** The Temporal server is real; identification and supervision are stand-ins that note what they are asked. */
describe('an objection', () => {
  let cases: TestCases;
  const services = new RecordedServices();
  beforeAll(async () => {
    cases = await testCases(require.resolve('./index'), services.activities);
  });
  afterAll(() => cases.stop());

  const householdId = randomUUID();
  const received = (household: string | null = householdId, times = {}) =>
    DrivenCase.objection(cases, randomUUID(), household, opened('objection-received', times));

  it('reminds, and is late once, in the state that nobody leaves', async () => {
    const objection = await received(householdId, { remind: 50, due: 100 });
    await waitUntil(() => services.actsOn(objection.id).length === 2);
    await objection.tell(completed(1, 'objection-received', opened('objection-registered')));
    await objection.tell(completed(2, 'objection-registered'));
    expect((await objection.result()).completed).toMatchObject([
      { stage: 'objection-received', breached: true },
      { stage: 'objection-registered', breached: false },
    ]);
    expect(services.actsOn(objection.id)).toEqual(['remind objection-received', 'recordBreach objection-received']);
  });

  it('closes the publicity it held when the remaining time is over, though it is not answered yet', async () => {
    const household = randomUUID();
    const objection = await received(household);
    const closesIn = 300;
    const before = Date.now();
    await objection.tell(completed(1, 'objection-received', opened('objection-decided')), resumed(2, closesIn));
    await waitUntil(() => services.about(household).length === 1);
    expect(Date.now() - before).toBeGreaterThanOrEqual(closesIn);
    await objection.tell(completed(3, 'objection-decided'));
    await objection.result();
    expect(services.actsOn(household)).toEqual(['closeHouseholdPublicity']);
  });

  it('waits for the rest of the publicity it held, though it was answered long before', async () => {
    const household = randomUUID();
    const objection = await received(household);
    await objection.tell(
      completed(1, 'objection-received', opened('objection-decided')),
      resumed(2, 300),
      completed(3, 'objection-decided'),
    );
    await objection.result();
    expect(services.actsOn(household)).toEqual(['closeHouseholdPublicity']);
  });

  it('asks again when identification says that the period is not over', async () => {
    const household = randomUUID();
    services.notOver = [{ closesAt: inMilliseconds(150) }, { closesAt: inMilliseconds(200) }];
    const objection = await received(household);
    await objection.tell(resumed(1, 20), completed(2, 'objection-received'));
    await objection.result();
    expect(services.actsOn(household)).toHaveLength(3);
  });

  it('closes nothing when its decision let nothing go on', async () => {
    const household = randomUUID();
    const objection = await received(household);
    await objection.tell(completed(1, 'objection-received'));
    await objection.result();
    expect(services.actsOn(household)).toEqual([]);
  });

  it('ends without a household when one was missed', async () => {
    const objection = await received(null);
    expect(await objection.tell(completed(1, 'objection-received'))).toBe(1);
    expect((await objection.result()).completed).toMatchObject([{ stage: 'objection-received' }]);
  });

  it('does not believe a fact without its instants', async () => {
    const objection = await received();
    await expect(
      objection.tell({ kind: 'publicity-resumed', sequence: 1, at: 'soon', closesAt: 'later' }),
    ).rejects.toThrow();
    await objection.tell(completed(1, 'objection-received'));
    await objection.result();
  });
});
