import { randomUUID } from 'node:crypto';
import { temporalClient } from './temporal-client';
import { CaseSink } from './case-sink';
import { CaseUnreachable, deliverFacts } from './deliver-facts';
import { startCase } from './start-case';
import { testCases, type TestCases } from './testing';

const workflowType = 'countingCase';

/** The server is real, the workflow is a stand-in that counts what it is told. */
describe('the delivery of commands to a case', () => {
  let cases: TestCases;
  beforeAll(async () => {
    cases = await testCases(require.resolve('./testing/counting-case'), {});
  });
  afterAll(() => cases.stop());

  const open = async (): Promise<string> => {
    const workflowId = randomUUID();
    await startCase(cases.client, { workflowType, workflowId, input: {}, taskQueue: cases.taskQueue });
    return workflowId;
  };
  const tell = (workflowId: string, facts: object[], { updateId = randomUUID(), limit = 10_000 } = {}) =>
    deliverFacts(cases.client, { workflowType, workflowId, updateId, facts, limit });
  const resultOf = (workflowId: string): Promise<number> => cases.client.workflow.getHandle(workflowId).result();

  it('starts a case once however often the start is repeated, even after its end', async () => {
    const workflowId = await open();
    const again = { workflowType, workflowId, input: {}, taskQueue: cases.taskQueue };
    await startCase(cases.client, again);
    await tell(workflowId, [{ last: true }]);
    await resultOf(workflowId);
    await startCase(cases.client, again);
    const { status } = await cases.client.workflow.getHandle(workflowId).describe();
    expect(status.name).toBe('COMPLETED');
  });

  it('tells a case a command once when the relay repeats it', async () => {
    const workflowId = await open();
    const updateId = randomUUID();
    await tell(workflowId, [{}], { updateId });
    await tell(workflowId, [{}], { updateId });
    await tell(workflowId, [{ last: true }]);
    expect(await resultOf(workflowId)).toBe(2);
  });

  it('counts facts for a completed case as delivered', async () => {
    const workflowId = await open();
    await tell(workflowId, [{ last: true }]);
    await resultOf(workflowId);
    await expect(tell(workflowId, [{}])).resolves.toBeUndefined();
  });

  it('keeps facts for a case that was never started', async () => {
    const workflowId = randomUUID();
    await expect(tell(workflowId, [{}])).rejects.toThrow(`countingCase ${workflowId} cannot take facts: not started`);
  });

  it('keeps facts for a case that somebody ended by force', async () => {
    const workflowId = await open();
    await cases.client.workflow.getHandle(workflowId).terminate('by hand');
    await expect(tell(workflowId, [{}])).rejects.toThrow(CaseUnreachable);
  });

  it('gives up within its limit while no worker is alive, and delivers once under the same id when one is back', async () => {
    const workflowId = await open();
    const updateId = randomUUID();
    await cases.pause();
    const began = Date.now();
    await expect(tell(workflowId, [{}], { updateId, limit: 500 })).rejects.toThrow();
    expect(Date.now() - began).toBeLessThan(5_000);
    await cases.resume();
    await tell(workflowId, [{}], { updateId });
    await tell(workflowId, [{ last: true }]);
    expect(await resultOf(workflowId)).toBe(2);
  });

  it('gives up within its limit while the server is away', async () => {
    const nowhere = temporalClient({ address: '127.0.0.1:1', namespace: 'jingzhun' });
    const began = Date.now();
    const delivery = { workflowType, workflowId: randomUUID(), updateId: randomUUID(), facts: [{}], limit: 500 };
    await expect(deliverFacts(nowhere, delivery)).rejects.toThrow();
    await expect(startCase(nowhere, { ...delivery, input: {} })).rejects.toThrow();
    expect(Date.now() - began).toBeLessThan(5_000);
    await nowhere.connection.close();
  });

  it('starts a case and tells it facts from one delivery of the outbox', async () => {
    const workflowId = randomUUID();
    const sink = new CaseSink(cases.client, cases.taskQueue);
    await sink.deliver({ workflowType, workflowId, input: {}, facts: [{ last: true }], commandId: randomUUID() });
    expect(await resultOf(workflowId)).toBe(1);
  });
});
