import { metrics } from '@jingzhun/observability';
import { Gauge } from 'prom-client';
import type { DataSource } from 'typeorm';

/**
 * A gauge whose values are read when somebody asks; a later one of the same name replaces the earlier. While the database is
 * away it has no values, and the other metrics are still answered.
 */
function gauge(
  name: string,
  help: string,
  labelNames: string[],
  read: () => Promise<{ labels: Record<string, string>; value: number }[]>,
): void {
  metrics.removeSingleMetric(name);
  new Gauge({
    name,
    help,
    labelNames,
    async collect() {
      const values = await read().catch(() => []);
      this.reset();
      for (const { labels, value } of values) this.set(labels, value);
    },
  });
}

/** What waits in the outbox and what was ever sent, by channel. The counts are the database's: a restart forgets nothing. */
export function outboxMetrics(dataSource: DataSource): void {
  gauge('outbox_pending', 'Rows waiting in the outbox', ['channel'], async () => {
    const [row] = await dataSource.query<{ event: string; command: string }[]>(
      `SELECT (SELECT count(*) FROM outbox_event) AS event, (SELECT count(*) FROM outbox_command) AS command`,
    );
    return Object.entries(row ?? {}).map(([channel, value]) => ({ labels: { channel }, value: Number(value) }));
  });
  gauge('outbox_sent_total', 'Rows ever sent from the outbox', ['channel'], async () => {
    const rows = await dataSource.query<{ channel: string; sent: string }[]>(`SELECT channel, sent FROM outbox_sent`);
    return rows.map(({ channel, sent }) => ({ labels: { channel }, value: Number(sent) }));
  });
}

/** What a consumer ever took, by topic, and what it parked. */
export function inboxMetrics(dataSource: DataSource, consumer: string): void {
  gauge('inbox_consumed_total', 'Events ever taken, each counted once', ['consumer', 'topic'], async () => {
    const rows = await dataSource.query<{ topic: string; events: string }[]>(
      `SELECT topic, events FROM inbox_consumed WHERE consumer = $1`,
      [consumer],
    );
    return rows.map(({ topic, events }) => ({ labels: { consumer, topic }, value: Number(events) }));
  });
  gauge('inbox_dead_letters', 'Messages parked with a reason', ['consumer'], async () => {
    const [row] = await dataSource.query<{ parked: string }[]>(
      `SELECT count(*) AS parked FROM dead_letter WHERE consumer = $1`,
      [consumer],
    );
    return [{ labels: { consumer }, value: Number(row?.parked ?? 0) }];
  });
}
