import { createHash } from 'node:crypto';

/** A key for specs: the same for the same version and purpose, and no secret. */
export function testKey(version: number, purpose = 'test'): { version: number; key: Uint8Array } {
  return { version, key: createHash('sha256').update(`${purpose} ${version}`).digest() };
}
