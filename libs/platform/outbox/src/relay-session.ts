import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';

/** Milliseconds: how often a relay asks whether the one at work is gone, and how long a server may take to say goodbye. */
const betweenClaims = 500;
const closePatience = 2_000;

/** A host that vanished is noticed by the server within half a minute, and the lock goes to another replica. */
const keepAlive = '-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=4';

/**
 * The relay's own connection: it holds the lock that makes it the only relay of its channel over all replicas, and hears
 * when something was written. Connection and lock are lost together.
 */
export class RelaySession {
  private readonly client: Client;
  private lost: Error | undefined;

  private constructor(
    url: string,
    private readonly channel: string,
    private readonly wake: () => void,
  ) {
    this.client = new Client({
      connectionString: url,
      application_name: `relay ${channel}`,
      options: keepAlive,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      connectionTimeoutMillis: 5_000,
    });
    this.client.on('error', (error) => this.lose(error));
    this.client.on('end', () => this.lose(new Error('the relay lost its connection')));
    this.client.on('notification', wake);
  }

  /** Connects and waits until no other relay holds the channel, or `signal` ends the wait. `wake` also tells of a loss. */
  static async open(url: string, channel: string, wake: () => void, signal: AbortSignal): Promise<RelaySession> {
    const session = new RelaySession(url, channel, wake);
    try {
      await session.client.connect();
      // Asked, not waited for in the server: a statement that waits for days keeps deleted rows from being cleared away.
      while (!(await session.claim())) await pause(betweenClaims, undefined, { signal });
      await session.client.query(`LISTEN ${channel}`);
      return session;
    } catch (error) {
      await session.close();
      throw error;
    }
  }

  /** Throws when connection and lock are lost. */
  assertHeld(): void {
    if (this.lost) throw this.lost;
  }

  async close(): Promise<void> {
    const ended = this.client.end().catch(() => undefined);
    await Promise.race([ended, pause(closePatience, undefined, { ref: false })]);
  }

  private async claim(): Promise<boolean> {
    const { rows } = await this.client.query<{ held: boolean }>('SELECT pg_try_advisory_lock(hashtext($1)) AS held', [
      `relay ${this.channel}`,
    ]);
    return rows[0]?.held === true;
  }

  private lose(error: Error): void {
    this.lost ??= error;
    this.wake();
  }
}
