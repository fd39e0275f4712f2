import { countyWide, type Database } from '@jingzhun/database';
import { emit } from './emit';
import { EventChannel } from './event-channel';
import { kafkaClient } from './kafka';
import { KafkaPublisher } from './kafka-publisher';
import { Relay } from './relay';
import { OutboxDatabase } from './testing/outbox-database';
import { firstComings } from './testing/recording-publisher';
import { sampleContract, type Sample } from './testing/sample-events';
import { silentLogger } from './testing/silent-logger';
import { brokers, Cable, TestTopic } from './testing/test-topic';
import { waitUntil } from './testing/wait-until';

/** Database and broker are real; between service and broker is a cable that can be cut. */
describe('events on their way to Kafka', () => {
  let outbox: OutboxDatabase;
  let database: Database;
  let topic: TestTopic;
  const cable = new Cable();
  const running: { relay: Relay; publisher: KafkaPublisher }[] = [];

  beforeAll(async () => {
    [outbox, topic] = await Promise.all([OutboxDatabase.create(), TestTopic.create()]);
    database = await outbox.replica();
  });
  afterEach(async () => {
    cable.mend();
    for (const { relay, publisher } of running.splice(0)) {
      await relay.stop();
      await publisher.close();
    }
  });
  afterAll(async () => {
    await topic.remove();
    await outbox.drop();
  });

  const households = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
  let written = 0;
  const write = () => {
    written += 1;
    const events = households.map((household) => ({ key: household, data: { household, sequence: written } }));
    return database.transaction(countyWide, (tx) =>
      emit(tx, { actor: 'machine', correlation: 'spec' }, sampleContract(topic.owner), events),
    );
  };

  const begin = async () => {
    const replica = await outbox.replica(2);
    const kafka = kafkaClient({ clientId: 'spec', brokers, logger: silentLogger, sockets: cable.sockets });
    const publisher = new KafkaPublisher(kafka);
    const relay = new Relay(outbox.url, new EventChannel(replica.dataSource, publisher, 50), silentLogger);
    running.push({ relay, publisher });
    relay.start();
  };

  const waiting = () => outbox.number('SELECT count(*) FROM outbox_event');
  const emptied = () => waitUntil('an empty outbox', async () => (await waiting()) === 0);

  /** Everything written so far has arrived, for each household in the order of its writing. */
  const arrivedInOrder = async () => {
    const arrived = await topic.follow();
    await waitUntil('all events', () => firstComings(arrived).length >= written * households.length);
    const samples = firstComings(arrived).map(({ data }) => data as Sample);
    for (const household of households) {
      const sequences = samples.filter((sample) => sample.household === household).map(({ sequence }) => sequence);
      expect(sequences).toEqual(Array.from({ length: written }, (_, index) => index + 1));
    }
  };

  it('arrive for each household in the order of their writing', async () => {
    await begin();
    for (let round = 0; round < 40; round += 1) await write();
    await emptied();
    await arrivedInOrder();
  });

  it('wait while Kafka is away, without a writer noticing, and arrive when it is back', async () => {
    await begin();
    cable.cut();
    const before = written;
    for (let round = 0; round < 40; round += 1) await write();
    await waitUntil('a try in vain', () => cable.refused > 0);
    for (let round = 0; round < 10; round += 1) await write();
    expect(await waiting()).toBe((written - before) * households.length);
    cable.mend();
    await emptied();
    await arrivedInOrder();
  });

  it('arrive when Kafka is lost in the middle again and again', async () => {
    await begin();
    for (let round = 0; round < 6; round += 1) {
      const sent = await outbox.number(`SELECT sent FROM outbox_sent WHERE channel = 'event'`);
      for (let event = 0; event < 20; event += 1) await write();
      await waitUntil('some to be sent', async () => {
        return (await outbox.number(`SELECT sent FROM outbox_sent WHERE channel = 'event'`)) > sent;
      });
      cable.cut();
      for (let event = 0; event < 5; event += 1) await write();
      cable.mend();
    }
    await emptied();
    await arrivedInOrder();
  });

  it('do not keep the service from stopping while Kafka is away', async () => {
    cable.cut();
    await begin();
    await write();
    const { relay, publisher } = running.pop()!;
    await relay.stop();
    await publisher.close();
    expect(await waiting()).toBe(households.length);
  });
});
