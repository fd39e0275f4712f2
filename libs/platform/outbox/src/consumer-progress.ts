import type { Admin, Kafka } from 'kafkajs';

/** How far a consumer group has come on one partition. */
export interface PartitionProgress {
  /** Topic and partition. */
  place: string;
  /** Messages not yet taken. */
  waiting: number;
  /** Offset of the next message to take. */
  next: number;
}

/** How far a consumer group has come on its topics, asked of the broker. */
export class ConsumerProgress {
  constructor(
    private readonly kafka: Kafka,
    private readonly groupId: string,
    private readonly topics: string[],
  ) {}

  async read(): Promise<PartitionProgress[]> {
    const admin = this.kafka.admin();
    await admin.connect();
    try {
      const groups = await admin.fetchOffsets({ groupId: this.groupId, topics: this.topics });
      const committed = new Map<string, number>(
        groups.flatMap(({ topic, partitions }) =>
          partitions.map((p) => [`${topic}/${p.partition}`, Number(p.offset)] as const),
        ),
      );
      const places = await Promise.all(this.topics.map((topic) => offsetsOf(admin, topic)));
      return places.flat().map(({ place, low, high }) => {
        // Nothing committed is -1; what the broker has thrown away will never be taken.
        const next = Math.max(committed.get(place) ?? -1, low);
        return { place, waiting: Math.max(high - next, 0), next };
      });
    } finally {
      await admin.disconnect();
    }
  }
}

async function offsetsOf(admin: Admin, topic: string): Promise<{ place: string; low: number; high: number }[]> {
  const offsets = await admin.fetchTopicOffsets(topic);
  return offsets.map(({ partition, low, high }) => ({
    place: `${topic}/${partition}`,
    low: Number(low),
    high: Number(high),
  }));
}
