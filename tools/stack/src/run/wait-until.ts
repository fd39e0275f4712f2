import { setTimeout as pause } from 'node:timers/promises';

/** Asks again and again until the condition holds; rejects, naming what was awaited, when the time is over. */
export async function waitUntil(
  what: string,
  condition: () => boolean | Promise<boolean>,
  { withinMs, everyMs = 50, signal }: { withinMs: number; everyMs?: number; signal?: AbortSignal },
): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await condition())) {
    signal?.throwIfAborted();
    if (Date.now() > deadline) throw new Error(`waited ${withinMs / 1000} s in vain for ${what}`);
    await pause(everyMs, undefined, { signal });
  }
}
