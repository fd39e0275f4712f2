import { createHash, timingSafeEqual } from 'node:crypto';

/** SHA-256 of a secret that is random, never of a password. */
export function secretHash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

export function secretFits(stored: Buffer | null | undefined, secret: string): boolean {
  return Boolean(stored) && timingSafeEqual(stored ?? Buffer.alloc(32), secretHash(secret));
}
