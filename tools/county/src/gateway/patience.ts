import { setTimeout as pause } from 'node:timers/promises';
import { GatewayError } from './gateway-error';

/** How long a person goes on trying while something is broken, and who is told of every vain try. */
export interface Patience {
  milliseconds: number;
  signal?: AbortSignal;
  onFault?: (error: GatewayError) => void;
}

const firstPause = 200;
const longestPause = 5_000;

/** Repeats an attempt that failed by a fault, waiting longer each time; everything else fails at once. */
export async function withPatience<T>(patience: Patience, attempt: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + patience.milliseconds;
  for (let wait = firstPause; ; wait = Math.min(wait * 2, longestPause)) {
    patience.signal?.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof GatewayError) || error.failure !== 'fault') throw error;
      patience.onFault?.(error);
      if (Date.now() + wait > deadline) throw error;
    }
    // Half of it by chance: people who failed together do not come back together.
    await pause(wait / 2 + (Math.random() * wait) / 2, undefined, { signal: patience.signal });
  }
}
