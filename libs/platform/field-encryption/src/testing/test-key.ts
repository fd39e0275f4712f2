import { createHash } from 'node:crypto';
import type { VersionedKey } from '../key-ring';

/** A key for specs: the same for the same version and purpose, and no secret. */
export function testKey(version: number, purpose = 'test'): VersionedKey {
  return { version, key: createHash('sha256').update(`${purpose} ${version}`).digest() };
}
