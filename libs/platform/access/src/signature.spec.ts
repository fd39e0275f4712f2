import { passportHeader, refuseEarly, sign, signatureHeader, signatureWindowMs, verify } from './signature';
import { testSigningKey } from './testing/test-signing-key';

const now = 1_700_000_000_000;
const request = { method: 'POST', path: '/graphql', passport: 'cGFzc3BvcnQ', body: '{"query":"{ me { id } }"}' };
const headers = sign(request, testSigningKey, now);

const verdictOf = (changed: object, at = now, key = testSigningKey) =>
  verify({ ...request, headers, ...changed }, key, at);

describe('a signed request', () => {
  it('is believed within sixty seconds and hands over its passport', () => {
    expect(verdictOf({})).toEqual({ ok: true, passport: request.passport });
    expect(verdictOf({}, now + signatureWindowMs).ok).toBe(true);
  });

  it('is refused after sixty seconds, and when it claims to come from the future', () => {
    expect(verdictOf({}, now + signatureWindowMs + 1)).toEqual({ ok: false, reason: 'the signature is too old' });
    expect(verdictOf({}, now - signatureWindowMs - 1).ok).toBe(false);
  });

  it.each([
    ['another body', { body: '{"query":"{ me { name } }"}' }],
    ['another path', { path: '/files' }],
    ['another method', { method: 'GET' }],
    ['another passport', { headers: { ...headers, [passportHeader]: 'b3RoZXI' } }],
    ['no passport', { headers: { ...headers, [passportHeader]: undefined } }],
    ['another moment', { headers: { ...headers, 'x-signed-at': String(now + 1) } }],
    ['a cut signature', { headers: { ...headers, [signatureHeader]: headers[signatureHeader]?.slice(2) } }],
    ['no signature', { headers: {} }],
  ])('is refused with %s', (_, changed) => {
    expect(verdictOf(changed).ok).toBe(false);
  });

  it('is refused when another key signed it', () => {
    expect(verdictOf({}, now, `${testSigningKey}!`).ok).toBe(false);
  });

  it('covers a streamed body by the digest its sender declares', () => {
    const body = { sha256: 'ab'.repeat(32) };
    const streamed = sign({ ...request, body }, testSigningKey, now);
    expect(verdictOf({ body, headers: streamed }).ok).toBe(true);
    expect(verdictOf({ body: { sha256: 'cd'.repeat(32) }, headers: streamed }).ok).toBe(false);
  });

  it('can be refused before its body is read when it is unsigned or stale', () => {
    expect(refuseEarly({}, now)).toBe('the request is not signed');
    expect(refuseEarly(headers, now + signatureWindowMs + 1)).toBe('the signature is too old');
    expect(refuseEarly(headers, now)).toBeUndefined();
  });

  it('is never made with a key short enough to guess', () => {
    expect(() => sign(request, 'short', now)).toThrow('at least 32 characters');
  });
});
