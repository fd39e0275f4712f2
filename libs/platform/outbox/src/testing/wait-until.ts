import { setTimeout as pause } from 'node:timers/promises';

/** Asks again and again until the condition holds; rejects, naming what was awaited, when the time is over. */
export async function waitUntil(
  what: string,
  condition: () => boolean | Promise<boolean>,
  withinMs = 25_000,
): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`waited ${withinMs / 1_000} s in vain for ${what}`);
    await pause(20);
  }
}
