import { createHmac } from 'node:crypto';
import { freshBytes } from './fresh-bytes';
import type { KeyRing } from './key-ring';
import { keyVersionOf, open, seal, type FieldPlace } from './sealed-field';

const saltBytes = 16;
const keyPurpose = Buffer.from('jingzhun field encryption 1');
const firstBlock = Buffer.of(1);

/** A salt for a new owner. It is stored beside the owner; without it nothing of his opens again, by nobody. */
export function newSalt(): Buffer {
  return freshBytes(saltBytes);
}

/**
 * Encrypts single fields, each owner's (a household's) under a key of his own. That key is never stored: it is made from a
 * master key, which stands outside the database, and the owner's salt, which stands in it. So a copy of the database tells
 * nothing, and deleting a salt makes everything sealed for that owner unreadable, in every backup that is younger too.
 */
export class FieldEncryption {
  constructor(private readonly masterKeys: KeyRing) {}

  /** @throws RangeError when the salt is none */
  forOwner(salt: Uint8Array): OwnerCipher {
    if (salt.byteLength !== saltBytes) throw new RangeError(`a salt has ${saltBytes} bytes`);
    return new OwnerCipher(this.masterKeys, salt);
  }

  /** The key version new fields are sealed with. */
  get currentVersion(): number {
    return this.masterKeys.currentVersion;
  }
}

/** Seals and opens the fields of one owner. Make it for a piece of work and let it go. */
export class OwnerCipher {
  private readonly keys = new Map<number, Buffer>();

  constructor(
    private readonly masterKeys: KeyRing,
    private readonly salt: Uint8Array,
  ) {}

  /** Two sealings of one text differ. */
  seal(text: string, place: FieldPlace): Buffer {
    const version = this.masterKeys.currentVersion;
    return seal(text, this.key(version), version, place);
  }

  /** @throws SealBroken, KeyMissing */
  open(sealed: Buffer, place: FieldPlace): string {
    return open(sealed, this.key(keyVersionOf(sealed, place)), place);
  }

  /** HKDF-Expand of RFC 5869 to 32 bytes; its first step is for keys that are not uniformly random, as master keys are. */
  private key(version: number): Buffer {
    const known = this.keys.get(version);
    if (known) return known;
    const expanded = createHmac('sha256', this.masterKeys.key(version)).update(keyPurpose).update(this.salt);
    const key = expanded.update(firstBlock).digest();
    this.keys.set(version, key);
    return key;
  }
}
