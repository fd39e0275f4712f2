import { createHook } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { Consumer } from 'kafkajs';
import { kafkaClient } from './kafka';
import { silentLogger } from './testing/silent-logger';
import { brokers, TestTopic } from './testing/test-topic';

describe('a consumer that has nothing to do', () => {
  it('does not spend the processor on looking whether it has', async () => {
    const topic = await TestTopic.create(1);
    const consumer = kafkaClient({ clientId: 'spec', brokers, logger: silentLogger }).consumer({
      groupId: randomUUID(),
      maxWaitTimeInMs: 200,
    });
    let timers = 0;
    const hook = createHook({ init: (_, type) => void (timers += type === 'Timeout' ? 1 : 0) });
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: [topic.owner] });
      await consumer.run({ eachMessage: () => Promise.resolve() });
      hook.enable();
      await emptyFetches(consumer, 5);
      hook.disable();
      // Five fetches of a fifth of a second; uncured, about a thousand timers.
      expect(timers).toBeLessThan(100);
    } finally {
      hook.disable();
      await consumer.disconnect();
      await topic.remove();
    }
  });
});

function emptyFetches(consumer: Consumer, number: number): Promise<void> {
  return new Promise((resolve) => {
    let seen = 0;
    consumer.on(consumer.events.FETCH, () => (seen += 1) >= number && resolve());
  });
}
