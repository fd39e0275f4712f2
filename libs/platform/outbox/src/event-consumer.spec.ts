import { randomUUID } from 'node:crypto';
import type { Envelope } from '@jingzhun/contracts/envelope';
import type { Database } from '@jingzhun/database';
import type { Consumer, Kafka } from 'kafkajs';
import { EventConsumer } from './event-consumer';
import { Inbox } from './inbox';
import { kafkaClient } from './kafka';
import { OutboxDatabase } from './testing/outbox-database';
import { sampleEvent } from './testing/sample-events';
import { silentLogger } from './testing/silent-logger';
import { tallied, tally } from './testing/tally';
import { brokers, Cable, TestTopic } from './testing/test-topic';
import { waitUntil } from './testing/wait-until';

/** Broker and database are real; each test has its own topic and its own database. */
describe('the consumer of events', () => {
  let outbox: OutboxDatabase;
  let database: Database;
  let topic: TestTopic;
  const consumers: EventConsumer[] = [];

  beforeEach(async () => {
    [outbox, topic] = await Promise.all([OutboxDatabase.create(), TestTopic.create()]);
    database = await outbox.replica();
  });
  afterEach(async () => {
    await Promise.all(consumers.splice(0).map((consumer) => consumer.stop()));
    await topic.remove();
    await outbox.drop();
  });

  const households = ['A', 'B', 'C', 'D'];
  const eventsOf = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) =>
      households.map((household) => sampleEvent(topic.owner, { household, sequence: from + index })),
    ).flat();
  const asMessage = (event: Envelope) => ({ key: event.key, value: JSON.stringify(event) });
  const put = (events: Envelope[]) => topic.put(events.map(asMessage));

  const begin = (options: { kafka?: Kafka; stuckAfter?: number; inbox?: Inbox } = {}) => {
    const consumer = new EventConsumer({
      kafka: kafkaClient({ clientId: 'spec', brokers, logger: silentLogger }),
      topics: [topic.owner],
      inbox: new Inbox(database, randomUUID(), [tally(topic.owner)]),
      logger: silentLogger,
      ...options,
    });
    consumers.push(consumer);
    consumer.start();
    return consumer;
  };

  const takenTo = (highest: number) =>
    waitUntil(`all events up to ${highest}`, async () => {
      const done = await tallied(outbox);
      return done.length === households.length && done.every((row) => row.events >= highest);
    });
  const each = (highest: number) => households.map((household) => ({ household, highest, events: highest }));
  const caughtUp = (consumer: EventConsumer) => waitUntil('nothing to wait', async () => (await consumer.lag()) === 0);

  it('takes what was there before it began, and what comes after', async () => {
    await put(eventsOf(1, 20));
    const consumer = begin();
    await takenTo(20);
    await put(eventsOf(21, 30));
    await takenTo(30);
    await caughtUp(consumer);
    expect(await tallied(outbox)).toEqual(each(30));
  });

  it('drops what is delivered twice', async () => {
    const events = eventsOf(1, 25);
    await put(events);
    await put(events);
    const consumer = begin();
    await takenTo(25);
    await put([...events].reverse());
    await caughtUp(consumer);
    expect(await tallied(outbox)).toEqual(each(25));
  });

  it('goes on where it was when the service is begun again', async () => {
    const inbox = new Inbox(database, randomUUID(), [tally(topic.owner)]);
    const first = begin({ inbox });
    await put(eventsOf(1, 10));
    await takenTo(10);
    await first.stop();
    await put(eventsOf(11, 20));
    const second = begin({ inbox });
    await takenTo(20);
    await caughtUp(second);
    expect(await tallied(outbox)).toEqual(each(20));
    expect(await outbox.number('SELECT sum(events) FROM inbox_consumed')).toBe(80);
  });

  it('parks what cannot be taken, and takes all the rest', async () => {
    const choking = tally(topic.owner, (events) =>
      events.some(({ data }) => data.sequence === 7)
        ? Promise.reject(new Error('an unlucky number'))
        : Promise.resolve(),
    );
    const messages = eventsOf(1, 10).map(asMessage);
    await topic.put([...messages.slice(0, 13), { key: 'A', value: 'gibberish' }, ...messages.slice(13)]);
    const consumer = begin({ inbox: new Inbox(database, randomUUID(), [choking]) });
    await takenTo(9);
    await caughtUp(consumer);
    expect(await tallied(outbox)).toEqual(households.map((household) => ({ household, highest: 10, events: 9 })));
    expect(await outbox.number(`SELECT count(*) FROM dead_letter WHERE reason = 'an unlucky number'`)).toBe(4);
    expect(await outbox.number(`SELECT count(*) FROM dead_letter WHERE message = 'gibberish'`)).toBe(1);
  });

  it('loses nothing when the database goes away in the middle', async () => {
    let cut: 'not yet' | 'now' | 'done' = 'not yet';
    const cutting = tally(topic.owner, async () => {
      if (cut !== 'now') return;
      cut = 'done';
      await outbox.away();
    });
    const consumer = begin({ inbox: new Inbox(database, randomUUID(), [cutting]) });
    await put(eventsOf(1, 10));
    await takenTo(10);
    cut = 'now';
    await put(eventsOf(11, 40));
    await waitUntil('the cut', () => cut === 'done');
    await outbox.back();
    await takenTo(40);
    await caughtUp(consumer);
    expect(await tallied(outbox)).toEqual(each(40));
    expect(await outbox.number('SELECT count(*) FROM dead_letter')).toBe(0);
  });

  it('loses nothing when Kafka goes away in the middle', async () => {
    const cable = new Cable();
    const kafka = kafkaClient({ clientId: 'spec', brokers, logger: silentLogger, sockets: cable.sockets });
    begin({ kafka });
    await put(eventsOf(1, 10));
    await takenTo(10);
    cable.cut();
    await put(eventsOf(11, 20));
    await waitUntil('a try in vain', () => cable.refused > 0);
    cable.mend();
    await takenTo(20);
    expect(await tallied(outbox)).toEqual(each(20));
  });

  it('begins anew when it has silently stopped taking', async () => {
    const watched = new Watched(kafkaClient({ clientId: 'spec', brokers, logger: silentLogger }));
    begin({ kafka: watched.kafka, stuckAfter: 1_500 });
    await put(eventsOf(1, 10));
    await takenTo(10);
    // As kafkajs does after some broker restarts: still a member of the group, no error, no message.
    watched.consumers[0]!.pause([{ topic: topic.owner }]);
    await put(eventsOf(11, 20));
    await takenTo(20);
    expect(watched.consumers.length).toBeGreaterThan(1);
    expect(await tallied(outbox)).toEqual(each(20));
  });

  it('shares the work between two replicas, and neither takes what the other took', async () => {
    const inbox = new Inbox(database, randomUUID(), [tally(topic.owner)]);
    const [one, other] = [begin({ inbox }), begin({ inbox })];
    for (let round = 0; round < 5; round += 1) await put(eventsOf(round * 10 + 1, round * 10 + 10));
    await takenTo(50);
    await one.stop();
    await put(eventsOf(51, 60));
    await takenTo(60);
    await caughtUp(other);
    expect(await tallied(outbox)).toEqual(each(60));
  });
});

/** A Kafka client whose consumers a spec can lay its hands on. */
class Watched {
  readonly consumers: Consumer[] = [];
  readonly kafka: Kafka;

  constructor(real: Kafka) {
    this.kafka = Object.create(real, {
      consumer: {
        value: (config: Parameters<Kafka['consumer']>[0]) => {
          const consumer = real.consumer(config);
          this.consumers.push(consumer);
          return consumer;
        },
      },
    }) as Kafka;
  }
}
