import { Client } from 'pg';

/**
 * The relay's own connection: it holds the lock that makes it the only relay of its channel over all replicas (which keeps
 * the order), and hears when something was written.
 */
export class RelaySession {
  private constructor(
    private readonly client: Client,
    /** Rejects when the connection is lost; the lock is then gone too. */
    readonly lost: Promise<never>,
  ) {}

  /** Connects and waits until no other relay holds the channel, or `signal` ends the wait. */
  static async open(url: string, channel: string, wake: () => void, signal: AbortSignal): Promise<RelaySession> {
    const client = new Client({ connectionString: url, keepAlive: true });
    const lost = new Promise<never>((_, reject) => {
      client.once('error', reject);
      client.once('end', () => reject(new Error('the relay lost its connection')));
    });
    lost.catch(() => undefined);
    client.on('notification', wake);
    await client.connect();
    const session = new RelaySession(client, lost);
    const giveUp = (): void => void client.end().catch(() => undefined);
    signal.addEventListener('abort', giveUp, { once: true });
    try {
      await client.query('SELECT pg_advisory_lock(hashtext($1))', [`relay ${channel}`]);
      await client.query(`LISTEN ${channel}`);
    } finally {
      signal.removeEventListener('abort', giveUp);
    }
    return session;
  }

  async close(): Promise<void> {
    await this.client.end().catch(() => undefined);
  }
}
