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
 * says so once, keeps trying with growing pauses, and goes on where it was. `stopping` is aborted by `stop`; pass it in when
 * the channel must know too.
 */
export class Relay {
  private readonly bell = new WakeUp();
  private running: Promise<void> | undefined;

  constructor(
    private readonly url: string,
    private readonly channel: RelayChannel,
    private readonly logger: Logger,
    private readonly stopping = new AbortController(),
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
    while (!this.stopped) {
      try {
        await this.serve(() => (failures = 0));
      } catch (error) {
        if (this.stopped) return;
        failures += 1;
        if (failures === 1)
          this.logger.warn({ err: error, channel: this.channel.name }, 'the relay cannot deliver and will keep trying');
        await this.bell.wait(Math.min(100 * 2 ** failures, 5_000));
      }
    }
  }

  private async serve(delivered: () => void): Promise<void> {
    const session = await RelaySession.open(this.url, this.channel.name, () => this.bell.ring(), this.stopping.signal);
    try {
      while (!this.stopped) {
        const more = await Promise.race([this.channel.pump(() => this.bell.ring()), session.lost]);
        delivered();
        if (more) continue;
        await setTimeout(shortestPause);
        await Promise.race([this.bell.wait(longestPause), session.lost]);
      }
    } finally {
      await this.channel.settle?.();
      await session.close();
    }
  }
}
