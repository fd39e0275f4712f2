import type { Client } from '@temporalio/client';

/** How long one delivery may take. Beyond it no worker is alive, or the server is away: the relay asks again later. */
export const deliveryLimit = 10_000;

/** Runs `work` under a deadline that every call inside shares, retries and long polls included. */
export function within<Result>(client: Client, limit: number, work: () => Promise<Result>): Promise<Result> {
  return client.connection.withDeadline(Date.now() + limit, work);
}
