import { createHash } from 'node:crypto';
import type { Headers } from './signature';

/** The header of RFC 9530 in which the sender of a file declares its SHA-256: `sha-256=:<base64>:`. */
export const contentDigestHeader = 'content-digest';

/** The header's value for `content`. */
export function contentDigest(content: string | Uint8Array): string {
  return `sha-256=:${createHash('sha256').update(content).digest('base64')}:`;
}

/** The declared SHA-256 as hexadecimal digits, or undefined when there is none. */
export function declaredDigest(headers: Headers): string | undefined {
  const header = headers[contentDigestHeader];
  const [, base64] = /^sha-256=:([A-Za-z0-9+/]{43}=):$/.exec(typeof header === 'string' ? header : '') ?? [];
  return base64 && Buffer.from(base64, 'base64').toString('hex');
}
