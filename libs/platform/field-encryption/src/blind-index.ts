import { createHmac } from 'node:crypto';
import type { KeyRing } from './key-ring';

const versionBytes = 2;
const digestBytes = 16;

/**
 * Lets equal values be found without reading them: HMAC-SHA256 under a key of its own, cut to 128 bits, after the version of
 * that key (2 bytes). A value is compared in capitals, in its plain form (NFKC) and without surrounding space, so that a final
 * `x` and full-width digits find what they mean.
 */
export class BlindIndex {
  constructor(private readonly keys: KeyRing) {}

  /** What is stored for a value. */
  of(value: string): Buffer {
    return this.under(this.keys.currentVersion, plain(value));
  }

  /** Everything that may be stored for a value: under the current key, and under former ones while they are being replaced. */
  all(value: string): Buffer[] {
    const text = plain(value);
    return this.keys.versions.map((version) => this.under(version, text));
  }

  /** How the indexes under the current key begin. */
  get currentPrefix(): Buffer {
    return prefix(this.keys.currentVersion);
  }

  private under(version: number, text: string): Buffer {
    const digest = createHmac('sha256', this.keys.key(version)).update(text).digest();
    return Buffer.concat([prefix(version), digest.subarray(0, digestBytes)]);
  }
}

function prefix(version: number): Buffer {
  const bytes = Buffer.alloc(versionBytes);
  bytes.writeUInt16BE(version);
  return bytes;
}

function plain(value: string): string {
  return value.normalize('NFKC').trim().toUpperCase();
}
