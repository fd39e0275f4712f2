import type { Kafka } from 'kafkajs';

/** How far a consumer group has come on its topics, asked of the broker. */
export class ConsumerProgress {
  constructor(
    private readonly kafka: Kafka,
    private readonly groupId: string,
    private readonly topics: string[],
  ) {}

  /** `lag` counts messages not yet taken; `committed` is a text that changes whenever anything was taken. */
  async read(): Promise<{ lag: number; committed: string }> {
    const admin = this.kafka.admin();
    await admin.connect();
    try {
      const groups = await admin.fetchOffsets({ groupId: this.groupId, topics: this.topics });
      const committed = new Map(
        groups.flatMap(({ topic, partitions }) =>
          partitions.map((p) => [`${topic}/${p.partition}`, Number(p.offset)] as const),
        ),
      );
      let lag = 0;
      for (const topic of this.topics) {
        for (const { partition, high, low } of await admin.fetchTopicOffsets(topic)) {
          const taken = committed.get(`${topic}/${partition}`) ?? -1;
          lag += Number(high) - (taken < 0 ? Number(low) : taken);
        }
      }
      return { lag, committed: [...committed].map(([place, offset]) => `${place}=${offset}`).join(' ') };
    } finally {
      await admin.disconnect();
    }
  }
}
