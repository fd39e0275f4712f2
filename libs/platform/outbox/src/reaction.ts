import type { Envelope, EventContract } from '@jingzhun/contracts/envelope';
import type { EntityManager } from 'typeorm';

/**
 * What a service does about another's event. Events of one type that arrived together are handed over together, each for the
 * first time; a reaction must not lean on the order between types, and writes through `tx` only.
 */
export interface Reaction<Data = unknown> {
  contract: EventContract<Data>;
  react(tx: EntityManager, events: Envelope<Data>[]): Promise<void>;
}

/** Ties the type of the data to its contract. */
export function reaction<Data>(
  contract: EventContract<Data>,
  react: (tx: EntityManager, events: Envelope<Data>[]) => Promise<void>,
): Reaction {
  return { contract, react: (tx, events) => react(tx, events as Envelope<Data>[]) };
}
