import { countyWide, type Database } from '@jingzhun/database';
import { command, type Command } from './command';
import { CommandChannel } from './command-channel';
import { Relay } from './relay';
import { Gate } from './testing/gate';
import { OutboxDatabase } from './testing/outbox-database';
import { RecordingSink } from './testing/recording-sink';
import { silentLogger } from './testing/silent-logger';
import { waitUntil } from './testing/wait-until';

/** The database is real; a stand-in takes Temporal's place, because the point is what is delivered, how joined, and when. */
describe('the commands to workflows', () => {
  let outbox: OutboxDatabase;
  let database: Database;
  const relays: Relay[] = [];

  beforeAll(async () => {
    outbox = await OutboxDatabase.create();
  });
  beforeEach(async () => {
    database = await outbox.replica();
  });
  afterEach(async () => {
    await Promise.all(relays.splice(0).map((relay) => relay.stop()));
    expect(await waiting()).toBe(0);
  });
  afterAll(() => outbox.drop());

  const write = (...commands: Command[]) => database.transaction(countyWide, (tx) => command(tx, commands));
  const start = (workflowId: string): Command => ({
    workflowType: 'visit',
    workflowId,
    input: { household: workflowId },
  });
  const fact = (workflowId: string, ...sequences: number[]): Command => ({
    workflowType: 'visit',
    workflowId,
    facts: sequences.map((sequence) => ({ sequence })),
  });

  const waiting = () => outbox.number('SELECT count(*) FROM outbox_command');
  const sent = () => outbox.number(`SELECT sent FROM outbox_sent WHERE channel = 'command'`);
  const emptied = () => waitUntil('an empty outbox', async () => (await waiting()) === 0);
  const lastCommandOf = async (workflowId: string) => {
    const rows = await outbox.rows<{ command_id: string }>(
      'SELECT command_id FROM outbox_command WHERE workflow_id = $1 ORDER BY id DESC LIMIT 1',
      [workflowId],
    );
    return rows[0]!.command_id;
  };

  const begin = async (sink: RecordingSink, options: Partial<{ concurrency: number }> = {}) => {
    const replica = await outbox.replica(2);
    const channel = new CommandChannel(replica.dataSource, sink, { concurrency: 20, ...options });
    const relay = new Relay(outbox.url, channel, silentLogger);
    relays.push(relay);
    relay.start();
    return relay;
  };

  const sequencesOf = (sink: RecordingSink, workflowId: string) =>
    sink.to(workflowId).flatMap(({ facts }) => facts.map((one) => (one as { sequence: number }).sequence));

  it('are never delivered when the decision they follow was not stored', async () => {
    const sink = new RecordingSink();
    const failing = database.transaction(countyWide, async (tx) => {
      await command(tx, [start('undecided')]);
      throw new Error('the rules say no');
    });
    await expect(failing).rejects.toThrow('the rules say no');
    await begin(sink);
    await write(start('decided'));
    await emptied();
    expect(sink.delivered.map(({ workflowId }) => workflowId)).toEqual(['decided']);
  });

  it('bring the start and the facts of one workflow together, in order, under the id of the last', async () => {
    const sink = new RecordingSink();
    await write(start('A'), fact('A', 1), start('B'), fact('A', 2, 3));
    await write(fact('B', 1), fact('A', 4));
    const commandId = await lastCommandOf('A');
    await begin(sink);
    await emptied();
    expect(sink.to('A')).toEqual([
      { workflowId: 'A', workflowType: 'visit', input: { household: 'A' }, facts: sequence(1, 4), commandId },
    ]);
    expect(sink.to('B')).toMatchObject([{ input: { household: 'B' }, facts: sequence(1, 1) }]);
  });

  it('start a workflow again only after what was said to it before', async () => {
    const sink = new RecordingSink();
    await write(fact('C', 1), start('C'), fact('C', 2));
    await begin(sink);
    await emptied();
    expect(sink.to('C').map(({ input, facts }) => ({ starts: input !== undefined, facts }))).toEqual([
      { starts: false, facts: sequence(1, 1) },
      { starts: true, facts: sequence(2, 2) },
    ]);
  });

  it('keep their order for one workflow, whatever fails on the way', async () => {
    const sink = new RecordingSink();
    let attempts = 0;
    sink.before = () => ((attempts += 1) % 2 === 1 ? Promise.reject(new Error('not now')) : Promise.resolve());
    await begin(sink);
    for (let round = 0; round < 4; round += 1) await write(fact('D', 2 * round + 1), fact('D', 2 * round + 2));
    await emptied();
    expect(sequencesOf(sink, 'D')).toEqual(sequence(1, 8).map((one) => one.sequence));
  });

  it('tell the other workflows although many are refused again and again, and those too in the end', async () => {
    const sink = new RecordingSink();
    let cured = false;
    const bad = Array.from({ length: 30 }, (_, index) => `bad ${index}`);
    sink.before = ({ workflowId }) =>
      workflowId.startsWith('bad') && !cured ? Promise.reject(new Error('no such case')) : Promise.resolve();
    await write(...bad.map((workflowId) => fact(workflowId, 1)));
    await begin(sink, { concurrency: 8 });
    await waitUntil(
      'every bad one to have failed',
      () => new Set(sink.attempts.map((one) => one.workflowId)).size === 30,
    );
    await write(...Array.from({ length: 50 }, (_, index) => fact(`good ${index}`, 1)));
    await waitUntil('the good ones to be told', () => sink.delivered.length === 50);
    await waitUntil('only the bad ones to wait', async () => (await waiting()) === 30);
    cured = true;
    await emptied();
    expect(sink.delivered).toHaveLength(80);
  });

  it('ask a Temporal that is away gently, and deliver everything when it is back', async () => {
    const sink = new RecordingSink();
    let away = true;
    sink.before = () => (away ? Promise.reject(new Error('UNAVAILABLE')) : Promise.resolve());
    await write(...Array.from({ length: 200 }, (_, index) => start(`E ${index}`)));
    await begin(sink, { concurrency: 4 });
    await waitUntil('the second round', () => sink.attempts.length > 60);
    // Forty rest, and four were let in before the fortieth failed.
    expect(new Set(sink.attempts.map((one) => one.workflowId)).size).toBeLessThanOrEqual(44);
    away = false;
    await emptied();
    expect(new Set(sink.delivered.map((one) => one.workflowId)).size).toBe(200);
  });

  it('are delivered again under the same id when the relay fell between the delivery and its record', async () => {
    const sink = new RecordingSink();
    const gate = new Gate();
    sink.before = () => gate.pass();
    await write(fact('F', 1), fact('F', 2));
    const commandId = await lastCommandOf('F');
    const fallen = await begin(sink);
    await gate.reached;
    // The workflow takes the facts, but the database is away when that is to be recorded, and the relay does not live on.
    await outbox.away();
    gate.open();
    await waitUntil('the facts to be taken', () => sink.delivered.length === 1);
    await fallen.stop();
    await outbox.back();
    const next = new RecordingSink();
    await begin(next);
    await emptied();
    expect(next.delivered).toEqual(sink.delivered);
    expect(next.delivered).toMatchObject([{ workflowId: 'F', facts: sequence(1, 2), commandId }]);
  });

  it('are not delivered again when the database was away while they were under way, and the relay lived on', async () => {
    const sink = new RecordingSink();
    const gate = new Gate();
    sink.before = () => gate.pass();
    await write(fact('G', 1));
    await begin(sink);
    await gate.reached;
    await outbox.away();
    gate.open();
    await waitUntil('the fact to be taken', () => sink.delivered.length === 1);
    await outbox.back();
    await emptied();
    expect(sink.delivered).toHaveLength(1);
  });

  it('are under way no more than so many at once', async () => {
    const sink = new RecordingSink();
    sink.before = () => new Promise((resolve) => setImmediate(resolve));
    await write(...Array.from({ length: 120 }, (_, index) => start(`H ${index}`)));
    await begin(sink, { concurrency: 6 });
    await emptied();
    expect(sink.delivered).toHaveLength(120);
    expect(sink.most).toBe(6);
  });

  it('have one delivery under way for one workflow', async () => {
    const sink = new RecordingSink();
    const gate = new Gate();
    sink.before = () => gate.pass();
    await write(fact('I', 1));
    await begin(sink);
    await gate.reached;
    await write(fact('I', 2), fact('J', 1));
    await waitUntil('the other workflow to be told', () => sink.attempts.length === 2);
    gate.open();
    await emptied();
    expect(sink.attempts.map(({ workflowId }) => workflowId)).toEqual(['I', 'J', 'I']);
    expect(sequencesOf(sink, 'I')).toEqual([1, 2]);
  });

  it('wait a moment for company: facts that come close together go in one', async () => {
    const sink = new RecordingSink();
    await begin(sink);
    await write({ ...fact('K', 1), lingerMilliseconds: 2_000 });
    await write(start('L'));
    await waitUntil('the start, which does not wait', () => sink.to('L').length === 1);
    await write({ ...fact('K', 2), lingerMilliseconds: 60_000 });
    await write({ ...fact('K', 3), lingerMilliseconds: 60_000 }, fact('M', 1));
    expect(sink.to('K')).toEqual([]);
    await emptied();
    expect(sink.to('K')).toMatchObject([{ facts: sequence(1, 3) }]);
    expect(sink.to('M')).toHaveLength(1);
  });

  it('that must not wait take along what is still waiting before them, in order', async () => {
    const sink = new RecordingSink();
    await begin(sink);
    await write({ ...fact('N', 1), lingerMilliseconds: 60_000 });
    await write(fact('N', 2));
    await emptied();
    expect(sink.to('N')).toMatchObject([{ facts: sequence(1, 2) }]);
  });

  it('are counted exactly once as sent, whatever fails', async () => {
    const before = await sent();
    const sink = new RecordingSink();
    sink.before = ({ workflowId }) => {
      const first = sink.attempts.filter((one) => one.workflowId === workflowId).length === 1;
      return first && workflowId.endsWith('3') ? Promise.reject(new Error('not now')) : Promise.resolve();
    };
    await write(...Array.from({ length: 60 }, (_, index) => [start(`S ${index}`), fact(`S ${index}`, 1)]).flat());
    await begin(sink);
    await waitUntil('some to be sent', async () => (await sent()) > before);
    await outbox.endRelaySessions();
    await emptied();
    expect((await sent()) - before).toBe(120);
  });

  it('come from one replica only, and the next takes over when that one stops', async () => {
    const [first, second] = [new RecordingSink(), new RecordingSink()];
    const working = await begin(first);
    await waitUntil('the first to work', async () => (await outbox.relays()).working === 1);
    await begin(second);
    await waitUntil('the second to wait', async () => (await outbox.relays()).waiting === 1);
    await write(fact('T', 1));
    await emptied();
    expect(second.attempts).toEqual([]);
    await working.stop();
    await write(fact('T', 2));
    await emptied();
    expect([sequencesOf(first, 'T'), sequencesOf(second, 'T')]).toEqual([[1], [2]]);
  });
});

function sequence(from: number, to: number): { sequence: number }[] {
  return Array.from({ length: to - from + 1 }, (_, index) => ({ sequence: from + index }));
}
