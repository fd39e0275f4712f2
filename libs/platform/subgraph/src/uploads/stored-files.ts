import type { Readable } from 'node:stream';

/** Where kept files lie: bytes under an id, outside the database. What a file is and whose stands in the service's own table. */
export abstract class StoredFiles {
  /** Keeps `content` under a uuid of the caller's making: all of it or nothing. */
  abstract put(id: string, content: Buffer): Promise<void>;

  /** @throws Error when there is no such file: a record without its file is a fault, not a refusal */
  abstract open(id: string): Promise<Readable>;

  /** Forgets a file; one that is not there is forgotten already. */
  abstract remove(id: string): Promise<void>;
}
