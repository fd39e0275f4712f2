import { createSecretKey, type KeyObject } from 'node:crypto';

/** A key and the version that what was made with it is marked with. */
export interface VersionedKey {
  /** 1 to 65535; a new key takes a number that was never used. */
  version: number;
  /** 32 bytes of randomness. */
  key: Uint8Array;
}

/** What is stored names a key version that this process was not given. */
export class KeyMissing extends Error {
  override readonly name = 'KeyMissing';

  constructor(readonly version: number) {
    super(`key version ${version} is not in the key ring`);
  }
}

const keyBytes = 32;
const highestVersion = 0xffff;

/** The key in use, which comes first, and former ones, which still open what they sealed. */
export class KeyRing {
  readonly currentVersion: number;
  private readonly keys = new Map<number, KeyObject>();

  /** @throws RangeError for an empty ring, a version out of range or twice, or a key of another length */
  constructor(keys: readonly VersionedKey[]) {
    const [current] = keys;
    if (!current) throw new RangeError('a key ring has at least one key');
    this.currentVersion = current.version;
    for (const { version, key } of keys) {
      if (!Number.isInteger(version) || version < 1 || version > highestVersion)
        throw new RangeError(`a key version is a number from 1 to ${highestVersion}`);
      if (this.keys.has(version)) throw new RangeError(`key version ${version} comes twice`);
      if (key.byteLength !== keyBytes) throw new RangeError(`key version ${version} has not ${keyBytes} bytes`);
      this.keys.set(version, createSecretKey(key));
    }
  }

  /** Every version, the current one first. */
  get versions(): number[] {
    return [...this.keys.keys()];
  }

  /** @throws KeyMissing */
  key(version: number): KeyObject {
    const key = this.keys.get(version);
    if (!key) throw new KeyMissing(version);
    return key;
  }
}
