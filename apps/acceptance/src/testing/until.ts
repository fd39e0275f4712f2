import { setTimeout as pause } from 'node:timers/promises';

/** Looks again and again until `look` answers something; fails with the name of what did not come. */
export async function until<T>(what: string, look: () => Promise<T | undefined>, within = 60_000): Promise<T> {
  const end = Date.now() + within;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`${what} did not come within ${within} ms`);
    await pause(50);
  }
}
