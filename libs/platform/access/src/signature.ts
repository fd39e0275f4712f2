import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

export const passportHeader = 'x-passport';
export const signedAtHeader = 'x-signed-at';
export const signatureHeader = 'x-signature';

/** Headers that say who asks; the gateway drops them from whatever comes in from outside. */
export const identityHeaders = [passportHeader, signedAtHeader, signatureHeader] as const;

/** How long a signed request is good for, in either direction of the clock. */
export const signatureWindowMs = 60_000;

const shortestKey = 32;

/**
 * What a signature covers. `passport` is the encoded passport, empty for a machine. A body that is streamed is given by the
 * SHA-256 its sender declares, which the receiver must compare with what arrived.
 */
export interface SignableRequest {
  method: string;
  path: string;
  passport?: string;
  body: string | Uint8Array | { sha256: string };
}

export type Headers = Record<string, string | string[] | undefined>;

export type Verdict = { ok: true; passport: string } | { ok: false; reason: string };

/** The headers that make `request` a signed one; add them as they are. */
export function sign(request: SignableRequest, key: string, now: number = Date.now()): Record<string, string> {
  const { passport = '' } = request;
  const signedAt = String(now);
  return {
    ...(passport && { [passportHeader]: passport }),
    [signedAtHeader]: signedAt,
    [signatureHeader]: signatureOf(request, passport, signedAt, key).toString('hex'),
  };
}

/** Whether the request was signed with `key` within the window; if so, the encoded passport it carries. */
export function verify(
  request: Omit<SignableRequest, 'passport'> & { headers: Headers },
  key: string,
  now: number = Date.now(),
): Verdict {
  const stale = refuseEarly(request.headers, now);
  if (stale) return { ok: false, reason: stale };
  const passport = single(request.headers, passportHeader) ?? '';
  const signedAt = single(request.headers, signedAtHeader) ?? '';
  const given = Buffer.from(single(request.headers, signatureHeader) ?? '', 'hex');
  const expected = signatureOf(request, passport, signedAt, key);
  const equal = given.length === expected.length && timingSafeEqual(given, expected);
  return equal ? { ok: true, passport } : { ok: false, reason: 'the signature does not fit' };
}

/** The reason to refuse before a byte of the body is read, if there is one. */
export function refuseEarly(headers: Headers, now: number = Date.now()): string | undefined {
  const signedAt = single(headers, signedAtHeader);
  const signature = single(headers, signatureHeader);
  if (!signedAt || !signature) return 'the request is not signed';
  if (!/^\d{1,16}$/.test(signedAt) || !/^[0-9a-f]{64}$/.test(signature)) return 'the signature is malformed';
  if (Math.abs(now - Number(signedAt)) > signatureWindowMs) return 'the signature is too old';
  return undefined;
}

export function sha256Hex(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function signatureOf(request: SignableRequest, passport: string, signedAt: string, key: string): Buffer {
  if (key.length < shortestKey) throw new Error(`a signing key has at least ${shortestKey} characters`);
  const { method, path, body } = request;
  const digest = typeof body === 'object' && 'sha256' in body ? body.sha256 : sha256Hex(body);
  return createHmac('sha256', key).update([signedAt, method.toUpperCase(), path, passport, digest].join('\n')).digest();
}

function single(headers: Headers, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
}
