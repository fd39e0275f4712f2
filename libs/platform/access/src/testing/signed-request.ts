import { encodePassport, type Passport } from '../passport';
import { sign } from '../signature';

/** A request as `inject` of Fastify and `fetch` take it. */
export interface SignedRequest {
  method: 'POST';
  url: string;
  headers: Record<string, string>;
  payload: string;
}

/** A JSON request signed as the gateway (with a passport) or the worker (without) would sign it. */
export function signedRequest(url: string, body: unknown, key: string, passport?: Passport): SignedRequest {
  const payload = JSON.stringify(body);
  const request = { method: 'POST', path: url, passport: passport && encodePassport(passport), body: payload };
  return {
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json', ...sign(request, key) },
    payload,
  };
}
