import { Kafka, logLevel } from 'kafkajs';

/**
 * One topic per owner of events. Three partitions: on one machine one would do, but then code could come to lean on an
 * order across cases that a larger installation does not give. Order holds per key, which is the case.
 */
export const topics = ['identification', 'organization', 'supervision'];
const numPartitions = 3;

/** Creates the topics that are missing; what exists stays as it is. */
export async function createTopics(brokers: string): Promise<void> {
  const kafka = new Kafka({
    clientId: 'stack',
    brokers: brokers.split(','),
    logLevel: logLevel.NOTHING,
    retry: { retries: 20, initialRetryTime: 100, maxRetryTime: 1_000 },
  });
  const admin = kafka.admin();
  await admin.connect();
  try {
    const present = new Set(await admin.listTopics());
    const missing = topics.filter((topic) => !present.has(topic));
    await admin.createTopics({ topics: missing.map((topic) => ({ topic, numPartitions, replicationFactor: 1 })) });
  } finally {
    await admin.disconnect();
  }
}
