import { randomUUID } from 'node:crypto';
import { testCases, type TestCases } from '@jingzhun/temporal/testing';
import { completed, DrivenCase, extended, opened, waitUntil } from './testing/case-driver';
import { RecordedServices } from './testing/recorded-services';

/** The Temporal server is real; identification and supervision are stand-ins that note what they are asked. */
describe('the sitting of an administrative village', () => {
  let cases: TestCases;
  const services = new RecordedServices();
  beforeAll(async () => {
    cases = await testCases(require.resolve('./index'), services.activities);
  });
  afterAll(() => cases.stop());

  const reviewDue = (times: { remind?: number; due?: number } = {}) =>
    DrivenCase.sitting(cases, 'villageSitting', randomUUID(), opened('village-review', times));

  it('ends with its review', async () => {
    const sitting = await reviewDue();
    await sitting.tell(completed(1, 'village-review'));
    expect((await sitting.result()).completed).toMatchObject([{ stage: 'village-review', breached: false }]);
    expect(services.about(sitting.id)).toEqual([]);
  });

  it('is late once when nobody holds the review', async () => {
    const sitting = await reviewDue({ remind: 50, due: 100 });
    await waitUntil(() => services.actsOn(sitting.id).length === 2);
    await sitting.tell(completed(1, 'village-review'));
    expect((await sitting.result()).completed).toMatchObject([{ breached: true }]);
    expect(services.actsOn(sitting.id)).toEqual(['remind village-review', 'recordBreach village-review']);
  });

  it('is reminded again before a due time that was extended after the first reminder', async () => {
    const sitting = await reviewDue({ remind: 20, due: 5_000 });
    await waitUntil(() => services.actsOn(sitting.id).length === 1);
    await sitting.tell(extended(1, 'village-review', { remind: 50, due: 9_000 }));
    await waitUntil(() => services.actsOn(sitting.id).length === 2);
    expect(services.actsOn(sitting.id)).toEqual(['remind village-review', 'remind village-review']);
    await sitting.tell(completed(1, 'village-review'));
    expect((await sitting.result()).completed).toMatchObject([{ breached: false }]);
  });
});
