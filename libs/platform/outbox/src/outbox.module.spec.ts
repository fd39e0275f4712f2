import { randomUUID } from 'node:crypto';
import { countyWide, Database, DatabaseModule } from '@jingzhun/database';
import { ObservabilityModule } from '@jingzhun/observability';
import { Injectable, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource, type EntityManager } from 'typeorm';
import { command } from './command';
import { ConsumerModule } from './consumer.module';
import { emit } from './emit';
import { OutboxModule } from './outbox.module';
import type { Reaction } from './reaction';
import { Gate } from './testing/gate';
import { OutboxDatabase } from './testing/outbox-database';
import { RecordingSink } from './testing/recording-sink';
import { sampleContract } from './testing/sample-events';
import { silentLogger } from './testing/silent-logger';
import { tallied, tally } from './testing/tally';
import { brokers, TestTopic } from './testing/test-topic';
import { waitUntil } from './testing/wait-until';

/** A whole service's delivering and listening, as its modules run them. Only Temporal has a stand-in. */
describe('a service with an outbox and a consumer', () => {
  let outbox: OutboxDatabase;
  let topic: TestTopic;
  let service: INestApplicationContext;
  const sink = new RecordingSink();

  beforeAll(async () => {
    [outbox, topic] = await Promise.all([OutboxDatabase.create(), TestTopic.create()]);

    @Injectable()
    class OnSampleTaken implements Reaction {
      readonly contract = sampleContract(topic.owner);
      private readonly own = tally(topic.owner);

      react(...given: Parameters<Reaction['react']>): Promise<void> {
        return this.own.react(...given);
      }
    }

    class ServiceModule {}
    const dataSource = new DataSource({ type: 'postgres', url: outbox.url, extra: { max: 5 } });
    const consumer = { consumer: randomUUID(), brokers, topics: [topic.owner], reactions: [OnSampleTaken] };
    service = await NestFactory.createApplicationContext(
      {
        module: ServiceModule,
        imports: [
          ObservabilityModule.forRoot(silentLogger),
          DatabaseModule.forRoot(dataSource),
          OutboxModule.forRoot({ service: topic.owner, url: outbox.url, brokers, sink }),
          ConsumerModule.forRoot(consumer),
        ],
      },
      { logger: false },
    );
  });
  afterAll(async () => {
    await topic.remove();
    await outbox.drop();
  });

  const decide = (work: (tx: EntityManager) => Promise<void>) => service.get(Database).transaction(countyWide, work);

  it('hears its own events, and its workflows are told', async () => {
    const events = [1, 2, 3].map((sequence) => ({ key: 'A', data: { household: 'A', sequence } }));
    await decide(async (tx) => {
      await emit(tx, { actor: 'machine', correlation: 'spec' }, sampleContract(topic.owner), events);
      await command(tx, [{ workflowType: 'visit', workflowId: 'A', input: {} }]);
    });
    await waitUntil('the events to come back', async () => (await tallied(outbox))[0]?.events === 3);
    await waitUntil('the workflow to be told', () => sink.to('A').length === 1);
  });

  it('records what its workflows took before it lets go of the database, when it is stopped', async () => {
    const gate = new Gate();
    sink.before = () => gate.pass();
    await decide((tx) => command(tx, [{ workflowType: 'visit', workflowId: 'B', facts: [{ sequence: 1 }] }]));
    await gate.reached;
    const stopped = service.close();
    gate.open();
    await stopped;
    expect(await outbox.number('SELECT count(*) FROM outbox_command')).toBe(0);
    expect(await outbox.number(`SELECT sent FROM outbox_sent WHERE channel = 'command'`)).toBe(2);
    expect(await outbox.relays()).toEqual({ working: 0, waiting: 0 });
  });
});
