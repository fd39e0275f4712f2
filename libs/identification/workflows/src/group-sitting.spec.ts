import { randomUUID } from 'node:crypto';
import { testCases, type TestCases } from '@jingzhun/temporal/testing';
import { completed, DrivenCase, inMilliseconds, opened, posted, waitUntil } from './testing/case-driver';
import { RecordedServices } from './testing/recorded-services';

/** The Temporal server is real; identification and supervision are stand-ins that note what they are asked. */
describe('the sitting of a villager group', () => {
  let cases: TestCases;
  const services = new RecordedServices();
  beforeAll(async () => {
    cases = await testCases(require.resolve('./index'), services.activities);
  });
  afterAll(() => cases.stop());

  const reviewDue = (times: { remind?: number; due?: number } = {}) =>
    DrivenCase.sitting(cases, 'groupSitting', randomUUID(), opened('group-review', times));

  it('closes the publicity by itself when the posted notice has hung long enough, and not before', async () => {
    const sitting = await reviewDue();
    await sitting.tell(completed(1, 'group-review', opened('publicity')));
    const closesAt = Date.parse(inMilliseconds(300));
    await sitting.tell(posted(2, 300));
    await waitUntil(() => services.actsOn(sitting.id).length > 0);
    expect(Date.now()).toBeGreaterThanOrEqual(closesAt);

    const { completed: stages } = await sitting.result();
    expect(stages.map(({ stage }) => stage)).toEqual(['group-review', 'publicity']);
    expect(services.actsOn(sitting.id)).toEqual(['closePublicity']);
  });

  it('is late when nobody holds the review', async () => {
    const sitting = await reviewDue({ remind: 50, due: 100 });
    await waitUntil(() => services.actsOn(sitting.id).length === 2);
    expect(services.actsOn(sitting.id)).toEqual(['remind group-review', 'recordBreach group-review']);
    await sitting.tell(completed(1, 'group-review'));
    expect((await sitting.result()).completed).toMatchObject([{ breached: true }]);
  });

  it('is late when the notice is not posted, and its legal period still runs in full once it is', async () => {
    const sitting = await reviewDue();
    await sitting.tell(completed(1, 'group-review', opened('publicity', { remind: 50, due: 100 })));
    await waitUntil(() => services.actsOn(sitting.id).length === 2);
    await sitting.tell(posted(2, 100));
    expect((await sitting.result()).completed).toMatchObject([
      { stage: 'group-review', breached: false },
      { stage: 'publicity', breached: true },
    ]);
    expect(services.actsOn(sitting.id)).toEqual(['remind publicity', 'recordBreach publicity', 'closePublicity']);
  });

  it('has no deadline for posting any more once the notice hangs', async () => {
    const sitting = await reviewDue();
    await sitting.tell(completed(1, 'group-review', opened('publicity', { remind: 300, due: 400 })), posted(2, 600));
    await sitting.result();
    expect(services.actsOn(sitting.id)).toEqual(['closePublicity']);
  });

  it('ends with the review when it sends no household on', async () => {
    const sitting = await reviewDue();
    await sitting.tell(completed(1, 'group-review'));
    expect((await sitting.result()).completed).toMatchObject([{ stage: 'group-review' }]);
    expect(services.actsOn(sitting.id)).toEqual([]);
  });
});
