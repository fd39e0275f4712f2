import { setTimeout as pause } from 'node:timers/promises';

export interface Look {
  /** What is looked for, for the message when it does not come. */
  what: string;
  within: number;
  every?: number;
  signal?: AbortSignal;
}

/** Looks again and again until there is something to see; gives up after `within` milliseconds. */
export async function lookUntil<T>(
  { what, within, every = 250, signal }: Look,
  look: () => Promise<T | undefined>,
): Promise<T> {
  const deadline = Date.now() + within;
  for (let wait = every; ; wait = Math.min(wait * 1.5, every * 8)) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (Date.now() > deadline) throw new Error(`${what}: not seen within ${Math.round(within / 1_000)} s`);
    await pause(wait, undefined, { signal });
  }
}
