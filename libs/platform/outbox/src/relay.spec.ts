import { countyWide, type Database } from '@jingzhun/database';
import { emit } from './emit';
import { EventChannel } from './event-channel';
import { Relay } from './relay';
import { Gate } from './testing/gate';
import { OutboxDatabase } from './testing/outbox-database';
import { firstComings, RecordingPublisher } from './testing/recording-publisher';
import { sampleContract, type Sample } from './testing/sample-events';
import { silentLogger } from './testing/silent-logger';
import { waitUntil } from './testing/wait-until';

/** The database is real; a stand-in takes the broker's place, because the point is what the relay sends, and when. */
describe('the relay', () => {
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

  const contract = sampleContract('spec');

  const write = (household: string, from: number, to: number, note?: string) =>
    database.transaction(countyWide, (tx) =>
      emit(
        tx,
        { actor: 'machine', correlation: 'spec' },
        contract,
        numbers(from, to).map((sequence) => ({
          key: household,
          data: { household, sequence, ...(note ? { note } : {}) },
        })),
      ),
    );

  const waiting = () => outbox.number('SELECT count(*) FROM outbox_event');
  const sent = () => outbox.number(`SELECT sent FROM outbox_sent WHERE channel = 'event'`);
  const emptied = () => waitUntil('an empty outbox', async () => (await waiting()) === 0);

  /** A replica of the service begins to publish. */
  const begin = async (publisher: RecordingPublisher, batch?: number): Promise<Relay> => {
    const replica = await outbox.replica(2);
    const relay = new Relay(outbox.url, new EventChannel(replica.dataSource, publisher, batch), silentLogger);
    relays.push(relay);
    relay.start();
    return relay;
  };

  const sequences = (publisher: RecordingPublisher, household: string) =>
    firstComings(publisher.published)
      .map(({ data }) => data as Sample)
      .filter((sample) => sample.household === household)
      .map(({ sequence }) => sequence);

  it('never publishes what was written in a transaction that failed', async () => {
    const publisher = new RecordingPublisher();
    const failing = database.transaction(countyWide, async (tx) => {
      const origin = { actor: 'machine', correlation: 'spec' };
      await emit(tx, origin, contract, [{ key: 'failed', data: { household: 'failed', sequence: 1 } }]);
      throw new Error('the rules say no');
    });
    await expect(failing).rejects.toThrow('the rules say no');
    await begin(publisher);
    await write('A', 1, 1);
    await emptied();
    expect(publisher.published.map(({ key }) => key)).toEqual(['A']);
  });

  it('says of an event who caused it, when, and in answer to what', async () => {
    const publisher = new RecordingPublisher();
    await database.transaction(countyWide, (tx) =>
      emit(tx, { actor: 'account-7', correlation: 'request-9', cause: 'event-3' }, contract, [
        { key: 'B', data: { household: 'B', sequence: 4 } },
      ]),
    );
    await begin(publisher);
    await emptied();
    expect(publisher.published).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        type: 'spec.sample-taken.v1',
        time: expect.stringMatching(/^\d{4}-.*Z$/) as string,
        key: 'B',
        actor: 'account-7',
        correlation: 'request-9',
        cause: 'event-3',
        data: { household: 'B', sequence: 4 },
      },
    ]);
  });

  it('is woken by a write, also by one that comes while it publishes', async () => {
    const publisher = new RecordingPublisher();
    const gate = new Gate();
    publisher.before = () => gate.pass();
    await begin(publisher);
    await write('C', 1, 10);
    await gate.reached;
    await write('C', 11, 20);
    gate.open();
    await emptied();
    expect(sequences(publisher, 'C')).toEqual(numbers(1, 20));
  });

  it('counts every event exactly once as sent', async () => {
    const before = await sent();
    const publisher = new RecordingPublisher();
    let failures = 0;
    publisher.before = () => ((failures += 1) < 4 ? Promise.reject(new Error('no')) : Promise.resolve());
    await begin(publisher, 7);
    await write('D', 1, 100);
    await emptied();
    expect((await sent()) - before).toBe(100);
    expect(sequences(publisher, 'D')).toEqual(numbers(1, 100));
  });

  it('loses nothing and keeps the order when its connections are ended again and again', async () => {
    const publisher = new RecordingPublisher();
    await begin(publisher, 20);
    const before = await sent();
    for (let round = 0; round < 10; round += 1) {
      await write('E', round * 100 + 1, round * 100 + 100);
      await waitUntil('a relay to be at work', async () => (await outbox.endRelaySessions()) > 0);
    }
    await emptied();
    expect(sequences(publisher, 'E')).toEqual(numbers(1, 1_000));
    expect((await sent()) - before).toBe(1_000);
  });

  it('loses nothing when the database goes away in the middle of a batch', async () => {
    const publisher = new RecordingPublisher();
    const gate = new Gate();
    publisher.before = () => gate.pass();
    await write('F', 1, 50);
    await begin(publisher);
    await gate.reached;
    await outbox.away();
    gate.open();
    await waitUntil('the batch to be published', () => publisher.published.length >= 50);
    await outbox.back();
    await emptied();
    expect(sequences(publisher, 'F')).toEqual(numbers(1, 50));
  });

  it('works in one replica only, and the next takes over when that one stops', async () => {
    const [first, second] = [new RecordingPublisher(), new RecordingPublisher()];
    const working = await begin(first);
    await waitUntil('the first to work', async () => (await outbox.relays()).working === 1);
    await begin(second);
    await waitUntil('the second to wait', async () => (await outbox.relays()).waiting === 1);
    for (let round = 0; round < 5; round += 1) await write('G', round * 10 + 1, round * 10 + 10);
    await emptied();
    expect([first.published.length, second.published.length]).toEqual([50, 0]);
    await working.stop();
    await write('G', 51, 60);
    await emptied();
    expect(sequences(second, 'G')).toEqual(numbers(51, 60));
  });

  it('lets no second replica overtake a batch that the first, which has lost its lock, still publishes', async () => {
    const log = new RecordingPublisher();
    const gate = new Gate();
    const slow = new RecordingPublisher();
    slow.publish = async (events) => {
      await gate.pass();
      await log.publish(events);
    };
    await write('H', 1, 100);
    await begin(slow, 10);
    await gate.reached;
    await begin(log, 10);
    await waitUntil('the second to wait', async () => (await outbox.relays()).waiting === 1);
    await outbox.endRelaySessions();
    await waitUntil('one of them to have the lock', async () => (await outbox.relays()).working === 1);
    await waitUntil(
      'the second to want the rows',
      async () => (await outbox.waitingForRows()) > 0 || log.published.length > 0,
    );
    gate.open();
    await emptied();
    expect(sequences(log, 'H')).toEqual(numbers(1, 100));
  });

  it('publishes large events in batches that a broker takes', async () => {
    const publisher = new RecordingPublisher();
    await write('I', 1, 12, 'x'.repeat(100_000));
    await begin(publisher);
    await emptied();
    expect(Math.max(...publisher.batches)).toBeLessThanOrEqual(4);
    expect(sequences(publisher, 'I')).toEqual(numbers(1, 12));
  });

  it('does not let a writer leave behind an event that no broker takes', async () => {
    await expect(write('J', 1, 1, 'x'.repeat(600_000))).rejects.toThrow('too large');
  });

  it('refuses data that does not keep the contract, and stores nothing of it', async () => {
    const broken = { household: 'K', sequence: 1.5 };
    const writing = database.transaction(countyWide, (tx) =>
      emit(tx, { actor: 'machine', correlation: 'spec' }, contract, [{ key: 'K', data: broken }]),
    );
    await expect(writing).rejects.toThrow('expected int');
  });

  it('stops at once while another replica works', async () => {
    await begin(new RecordingPublisher());
    await waitUntil('the first to work', async () => (await outbox.relays()).working === 1);
    const second = await begin(new RecordingPublisher());
    await waitUntil('the second to wait', async () => (await outbox.relays()).waiting === 1);
    await second.stop();
    await waitUntil('its connection to be gone', async () => (await outbox.relays()).waiting === 0);
    expect(await outbox.relays()).toEqual({ working: 1, waiting: 0 });
  });

  it('stops while the database is away', async () => {
    const relay = await begin(new RecordingPublisher());
    await waitUntil('it to work', async () => (await outbox.relays()).working === 1);
    await outbox.away();
    await relay.stop();
    await outbox.back();
  });
});

function numbers(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
