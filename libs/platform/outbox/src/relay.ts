import { setTimeout } from 'node:timers/promises';
import type { Logger } from '@jingzhun/observability';
import { RelaySession } from './relay-session';
import { WakeUp } from './wake-up';

export interface RelayChannel {
  /** Name of the channel and of the notification that wakes it. */
  name: string;
  /** Sends what is waiting. Returns whether it is worth coming back at once. Throws when the other side is away. */
  pump(wake: () => void): Promise<boolean>;
  /** Waits for whatever is still under way. */
  settle?(): Promise<void>;
}

/** Milliseconds: a look without a wake-up, and the least between two looks, so that a burst of writes is one look. */
const longestPause = 500;
const shortestPause = 10;

/**
 * Moves what services wrote into their outbox to where it belongs, for ever: when the database, Kafka or Temporal is away it
 * says so now and then, keeps trying with growing pauses, and goes on where it was.
 */
export class Relay {
  private readonly bell = new WakeUp();
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;

  constructor(
    private readonly url: string,
    private readonly channel: RelayChannel,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.bell.ring();
    await this.running;
  }

  private get stopped(): boolean {
    return this.stopping.signal.aborted;
  }

  private async run(): Promise<void> {
    let failures = 0;
    const delivered = (): void => {
      if (failures > 0) this.logger.info({ channel: this.channel.name, failures }, 'the relay delivers again');
      failures = 0;
    };
    while (!this.stopped) {
      try {
        await this.serve(delivered);
      } catch (error) {
        if (this.stopped) return;
        failures += 1;
        if (failures === 1 || failures % 20 === 0)
          this.logger.warn(
            { err: error, channel: this.channel.name, failures },
            'the relay cannot deliver and will keep trying',
          );
        await this.bell.wait(Math.min(100 * 2 ** failures, 5_000));
      }
    }
  }

  private async serve(delivered: () => void): Promise<void> {
    const wake = (): void => this.bell.ring();
    const session = await RelaySession.open(this.url, this.channel.name, wake, this.stopping.signal);
    try {
      while (!this.stopped) {
        const more = await this.channel.pump(wake);
        delivered();
        if (!more) {
          await setTimeout(shortestPause);
          await this.bell.wait(longestPause);
        }
        session.assertHeld();
      }
    } finally {
      await this.channel.settle?.();
      await session.close();
    }
  }
}
