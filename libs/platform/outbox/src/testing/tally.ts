import type { EntityManager } from 'typeorm';
import type { Envelope } from '@jingzhun/contracts/envelope';
import { reaction, type Reaction } from '../reaction';
import type { OutboxDatabase } from './outbox-database';
import { sampleContract, type Sample } from './sample-events';

/** A reaction whose result shows every loss, every repetition and every step back: how many events, and the highest. */
export function tally(
  owner: string,
  before: (events: Envelope<Sample>[]) => Promise<void> = () => Promise.resolve(),
): Reaction {
  return reaction(sampleContract(owner), async (tx, events) => {
    await before(events);
    for (const { data } of events) await count(tx, data);
  });
}

async function count(tx: EntityManager, { household, sequence }: Sample): Promise<void> {
  await tx.query(
    `INSERT INTO tally VALUES ($1, $2, 1) ON CONFLICT (household)
     DO UPDATE SET highest = greatest(tally.highest, EXCLUDED.highest), events = tally.events + 1`,
    [household, sequence],
  );
}

/** The tally so far: household, highest, events. */
export function tallied(outbox: OutboxDatabase): Promise<{ household: string; highest: number; events: number }[]> {
  return outbox.rows('SELECT * FROM tally ORDER BY household');
}
