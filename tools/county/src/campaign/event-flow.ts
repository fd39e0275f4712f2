import type { Stack } from '@jingzhun/stack';
import { readMetrics, type Sample } from './metrics';

const services = ['identification', 'organization', 'supervision'] as const;

/** What went through the outboxes and Kafka, as the services themselves count it. */
export interface EventFlow {
  outboxPending: number;
  /** Events published, by topic; a topic is named after its owner. */
  published: Record<string, number>;
  /** Events taken, by consumer and topic. */
  consumed: { consumer: string; topic: string; events: number }[];
  deadLetters: number;
}

export async function readEventFlow(apps: Stack['apps']): Promise<EventFlow> {
  const pages = await Promise.all(
    services.map(async (service) => ({ service, samples: await readMetrics(apps[service]) })),
  );
  const all = pages.flatMap(({ samples }) => samples);
  return {
    outboxPending: sum(all, 'outbox_pending'),
    published: Object.fromEntries(
      pages.map(({ service, samples }) => [service, sum(samples, 'outbox_sent_total', { channel: 'event' })]),
    ),
    consumed: all
      .filter(({ name }) => name === 'inbox_consumed_total')
      .map(({ labels, value }) => ({
        consumer: labels['consumer'] ?? '',
        topic: labels['topic'] ?? '',
        events: value,
      })),
    deadLetters: sum(all, 'inbox_dead_letters'),
  };
}

/** Nothing waits to be sent, and every consumer has taken what its topics were given. */
export function hasDrained({ outboxPending, published, consumed }: EventFlow): boolean {
  return outboxPending === 0 && consumed.every(({ topic, events }) => events === published[topic]);
}

function sum(samples: Sample[], name: string, labels: Record<string, string> = {}): number {
  return samples
    .filter((sample) => sample.name === name)
    .filter((sample) => Object.entries(labels).every(([key, value]) => sample.labels[key] === value))
    .reduce((total, { value }) => total + value, 0);
}
