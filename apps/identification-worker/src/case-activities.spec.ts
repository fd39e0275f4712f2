import { randomUUID } from 'node:crypto';
import { testSigningKey } from '@jingzhun/access/testing';
import type { HouseholdCase, StageOpenAnswer } from '@jingzhun/contracts/identification';
import { testCases, type TestCases } from '@jingzhun/temporal/testing';
import { caseActivities } from './case-activities';
import { InternalService } from './internal-service';
import { InternalStandIn } from './testing/internal-stand-in';

const key = testSigningKey;
const open: StageOpenAnswer = { open: true, areaCode: '451225103001001', households: 1 };

/** Temporal and the workflows are real; the two services are stand-ins behind real HTTP and real signatures. */
describe('what a case asks of the services', () => {
  let identification: InternalStandIn;
  let supervision: InternalStandIn;
  let cases: TestCases;
  beforeAll(async () => {
    [identification, supervision] = await Promise.all([InternalStandIn.open(key), InternalStandIn.open(key)]);
    const activities = caseActivities({
      identification: new InternalService('identification', identification.url, key),
      supervision: new InternalService('supervision', supervision.url, key),
    });
    cases = await testCases(require.resolve('@jingzhun/identification-workflows'), activities);
  });
  afterAll(async () => {
    await cases.stop();
    await Promise.all([identification.close(), supervision.close()]);
  });
  beforeEach(() => {
    identification.answer = () => ({ status: 200, body: open });
    supervision.answer = () => ({ status: 200, body: { outcome: 'recorded' } });
    identification.asked.length = 0;
    supervision.asked.length = 0;
  });

  /** A household whose visit is overdue from the start. */
  const overdue = async () => {
    const at = new Date().toISOString();
    const input: HouseholdCase = {
      householdId: randomUUID(),
      chain: [{ stage: 'visit', unit: 'household' }],
      opened: { stage: 'visit', round: 1, openedAt: at, remindAt: at, dueAt: at },
    };
    const workflowId = input.householdId;
    await cases.client.workflow.start('householdCase', { workflowId, taskQueue: cases.taskQueue, args: [input] });
    return cases.client.workflow.getHandle(workflowId);
  };
  const visited = { kind: 'stage-completed', sequence: 1, stage: 'visit', round: 1, at: new Date().toISOString() };

  it('is asked by signed calls: is it open, then the reminder, then the breach', async () => {
    supervision.answer = (path) =>
      path === '/internal/breach'
        ? { status: 200, body: { outcome: 'over' } }
        : { status: 200, body: { outcome: 'recorded' } };
    const household = await overdue();
    await eventually(() => expect(supervision.asked).toHaveLength(2));
    await household.executeUpdate('recordFacts', { args: [[visited]] });
    await household.result();

    expect(identification.asked.map(({ path }) => path)).toEqual(['/internal/stage-open', '/internal/stage-open']);
    expect(supervision.asked.map(({ path }) => path)).toEqual(['/internal/reminder', '/internal/breach']);
    expect(supervision.asked[1]?.question).toMatchObject({
      subjectKind: 'household',
      subjectId: household.workflowId,
      stage: 'visit',
      areaCode: '451225103001001',
    });
  });

  it('is asked again when a service is broken for a while', async () => {
    let failures = 2;
    supervision.answer = () =>
      failures-- > 0 ? { status: 500, body: { code: 'FAULT' } } : { status: 200, body: { outcome: 'recorded' } };
    const household = await overdue();
    await eventually(() => expect(supervision.asked).toHaveLength(4));
    await household.executeUpdate('recordFacts', { args: [[visited]] });
    await expect(household.result()).resolves.toMatchObject({ completed: [{ breached: true }] });
  });

  it('is not asked again when a service refuses: the case fails with the code of the refusal, and without its words', async () => {
    const refusal = { type: 'NotFound', code: 'NOT_FOUND', message: '韦某某 is unknown', advice: 'Check it.' };
    identification.answer = () => ({ status: 422, body: refusal });
    const household = await overdue();
    await expect(household.result()).rejects.toMatchObject({
      cause: { cause: { type: 'NOT_FOUND', message: 'NOT_FOUND', nonRetryable: true } },
    });
    expect(identification.asked).toHaveLength(1);
    expect(JSON.stringify(await household.fetchHistory())).not.toContain('韦');
  });
});

describe('a call through the internal door', () => {
  const never = new AbortController().signal;

  it('is turned away with the wrong key, which may be put right, so it is a fault and not a refusal', async () => {
    const service = await InternalStandIn.open(key);
    const stranger = new InternalService('identification', service.url, 'another key that is long enough to be one');
    await expect(stranger.ask('stage-open', {}, never)).rejects.toThrow('identification answered 401 to stage-open');
    expect(service.asked).toEqual([]);
    await service.close();
  });

  it('may be answered with nothing', async () => {
    const service = await InternalStandIn.open(key);
    const door = new InternalService('identification', service.url, key);
    await expect(door.ask('close-publicity', { sittingId: randomUUID() }, never)).resolves.toBeUndefined();
    await service.close();
  });
});

/** Tries an expectation again and again until it holds, for ten seconds. */
async function eventually(expectation: () => void): Promise<void> {
  const end = Date.now() + 10_000;
  for (;;) {
    try {
      return expectation();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
