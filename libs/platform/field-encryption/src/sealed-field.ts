import { createCipheriv, createDecipheriv } from 'node:crypto';
import { freshBytes } from './fresh-bytes';

/** Where a sealed field belongs. It opens nowhere else. */
export interface FieldPlace {
  table: string;
  column: string;
  /** Id of the row. */
  row: string;
}

/** A sealed field was altered, was moved from another row or column, or was sealed for another owner. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';

  constructor({ table, column }: FieldPlace) {
    super(`a sealed ${table}.${column} does not open`);
  }
}

/**
 * Layout: algorithm (1 byte), key version (2 bytes, big-endian), nonce (12), ciphertext (as long as the text in UTF-8), tag (16).
 * The first three bytes and the place are authenticated with it.
 */
const algorithm = { id: 1, name: 'aes-256-gcm' } as const;
const headerBytes = 3;
const nonceBytes = 12;
const tagBytes = 16;

export function seal(text: string, key: Buffer, version: number, place: FieldPlace): Buffer {
  const nonce = freshBytes(nonceBytes);
  const cipher = createCipheriv(algorithm.name, key, nonce, { authTagLength: tagBytes });
  const header = headerOf(version);
  cipher.setAAD(bound(header, place));
  // Passed through as text, because every Buffer that OpenSSL returns is a burden of its own for the collector.
  const sealed = cipher.update(text, 'utf8', 'latin1') + cipher.final('latin1');
  const tag = cipher.getAuthTag();
  return Buffer.concat([header, nonce, Buffer.from(sealed, 'latin1'), tag]);
}

/** @throws SealBroken */
export function open(sealed: Buffer, key: Buffer, place: FieldPlace): string {
  const decipher = createDecipheriv(algorithm.name, key, sealed.subarray(headerBytes, headerBytes + nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(bound(sealed.subarray(0, headerBytes), place));
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  const text = decipher.update(sealed.subarray(headerBytes + nonceBytes, -tagBytes));
  try {
    decipher.final();
  } catch {
    throw new SealBroken(place);
  }
  return text.toString('utf8');
}

/**
 * The version of the key that sealed a field.
 * @throws SealBroken when it is too short to be one, or of an algorithm this release does not know
 */
export function keyVersionOf(sealed: Buffer, place: FieldPlace): number {
  if (sealed.length < headerBytes + nonceBytes + tagBytes || sealed[0] !== algorithm.id) throw new SealBroken(place);
  return sealed.readUInt16BE(1);
}

function headerOf(version: number): Buffer {
  return Buffer.from([algorithm.id, version >> 8, version & 0xff]);
}

/** JSON, so that no two places read the same. */
function bound(header: Buffer, { table, column, row }: FieldPlace): Buffer {
  return Buffer.concat([header, Buffer.from(JSON.stringify([table, column, row]))]);
}
