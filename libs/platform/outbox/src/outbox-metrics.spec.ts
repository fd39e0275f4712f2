import { countyWide, type Database } from '@jingzhun/database';
import { metrics } from '@jingzhun/observability';
import { command } from './command';
import { emit } from './emit';
import { Inbox } from './inbox';
import { inboxMetrics, outboxMetrics } from './outbox-metrics';
import { EventChannel } from './event-channel';
import { OutboxDatabase } from './testing/outbox-database';
import { RecordingPublisher } from './testing/recording-publisher';
import { sampleContract, sampleEvent } from './testing/sample-events';
import { tally } from './testing/tally';

describe('what the outbox and the inbox tell of themselves', () => {
  let outbox: OutboxDatabase;
  let database: Database;

  beforeAll(async () => {
    outbox = await OutboxDatabase.create();
    database = await outbox.replica();
    outboxMetrics(database.dataSource);
    inboxMetrics(database.dataSource, 'supervision');
  });
  afterAll(() => outbox.drop());

  const told = async () =>
    (await metrics.metrics())
      .split('\n')
      .filter((line) => /^(outbox|inbox)_/.test(line))
      .sort();

  it('is what the database holds: waiting, sent, taken, parked', async () => {
    const events = [1, 2, 3].map((sequence) => ({ key: 'A', data: { household: 'A', sequence } }));
    await database.transaction(countyWide, async (tx) => {
      await emit(tx, { actor: 'machine', correlation: 'spec' }, sampleContract('spec'), events);
      await command(tx, [{ workflowType: 'visit', workflowId: 'A', input: {} }]);
    });
    expect(await told()).toEqual([
      'inbox_dead_letters{consumer="supervision"} 0',
      'outbox_pending{channel="command"} 1',
      'outbox_pending{channel="event"} 3',
      'outbox_sent_total{channel="command"} 0',
      'outbox_sent_total{channel="event"} 0',
    ]);

    await new EventChannel(database.dataSource, new RecordingPublisher(), 2).pump();
    const inbox = new Inbox(database, 'supervision', [tally('spec')]);
    const [one, other] = [1, 2].map((sequence) => JSON.stringify(sampleEvent('spec', { household: 'A', sequence })));
    const values = [one!, one!, other!, 'gibberish'];
    await inbox.take(values.map((value, offset) => ({ topic: 'spec', partition: 0, offset: String(offset), value })));
    expect(await told()).toEqual([
      'inbox_consumed_total{consumer="supervision",topic="spec"} 2',
      'inbox_dead_letters{consumer="supervision"} 1',
      'outbox_pending{channel="command"} 1',
      'outbox_pending{channel="event"} 1',
      'outbox_sent_total{channel="command"} 0',
      'outbox_sent_total{channel="event"} 2',
    ]);
  });

  it('is silent while the database is away, and the process’s other figures are still told', async () => {
    await outbox.away();
    try {
      expect(await told()).toEqual([]);
      expect(await metrics.metrics()).toContain('outbox_pending');
    } finally {
      await outbox.back();
    }
    expect(await told()).toHaveLength(6);
  });
});
