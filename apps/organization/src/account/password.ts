import { createHash } from 'node:crypto';
import { hash, hashRaw, verify } from '@node-rs/argon2';

/** argon2id, 19 MiB, two passes: OWASP's first choice for this memory. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash of a password that nobody has, made at the same cost. */
const decoy = '$argon2id$v=19$m=19456,t=2,p=1$qHFGoPBK8AdfhJ6/0xBiRA$/3EwlpMJE5ZXoFITauN5Zp19zrst54+KRGzTnIHqfXc';

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/** Whether the password is the one of `stored`. Without a hash to compare with, the same work is done for a no. */
export async function passwordFits(stored: string | null | undefined, password: string): Promise<boolean> {
  const fits = await verify(stored ?? decoy, password);
  return fits && Boolean(stored);
}

/** A text that is equal for equal passwords in one place and as costly to guess from as their hashes. */
export async function passwordPrint(password: string, place: string): Promise<string> {
  const salt = createHash('sha256').update(place).digest();
  return (await hashRaw(password, { ...cost, salt })).toString('base64');
}
