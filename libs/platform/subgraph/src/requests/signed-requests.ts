import { Readable } from 'node:stream';
import { declaredDigest, decodePassport, isAnonymous, refuseEarly, verify, type Passport } from '@jingzhun/access';
import { requestContext } from '@jingzhun/observability';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readWhole } from './read-whole';

/** The only paths that answer an unsigned call; they tell nothing about the data. */
const openPaths = new Set(['/healthz', '/readyz', '/metrics']);

const refusal = { error: { code: 'UNSIGNED', message: 'Only signed calls are answered here.' } };

const passports = new WeakMap<FastifyRequest, Passport>();
const instances = new WeakMap<FastifyInstance, SignedRequests>();

/** The passport of a request that the gateway signed. */
export function passportOf(request: FastifyRequest): Passport {
  const passport = passports.get(request);
  if (!passport) throw new Error('the request carries no passport');
  return passport;
}

interface Signer {
  key: string;
  /** A person's request carries a passport; a machine's does not. */
  carriesPassport: boolean;
}

/**
 * Refuses, before a route sees it, every request that is not signed with the key of its path: the whole graph with
 * `_service` and `_entities`, uploads, internal calls, and paths that do not exist.
 */
export class SignedRequests {
  private readonly signers = new Map<string, Signer>();
  private readonly streamedPaths = new Set<string>();

  /** One per server, whichever module asks first. */
  static of(fastify: FastifyInstance): SignedRequests {
    const known = instances.get(fastify) ?? new SignedRequests(fastify);
    instances.set(fastify, known);
    return known;
  }

  private constructor(fastify: FastifyInstance) {
    fastify.addHook('preParsing', async (request, reply, payload) => this.admit(request, reply, payload));
    fastify.addHook('preHandler', (request, _reply, done) => {
      const passport = passports.get(request);
      const requestId = passport?.requestId ?? request.id;
      const accountId = passport && !isAnonymous(passport) ? passport.accountId : undefined;
      requestContext.run({ requestId, ...(accountId && { accountId }) }, done);
    });
  }

  /** Requests under `prefix` are answered when `key` signed them; the longest prefix counts. */
  accept(prefix: string, key: string, options: { carriesPassport: boolean }): void {
    this.signers.set(prefix, { key, ...options });
  }

  /** Bodies at `path` are not read first: the signature covers the digest they declare, and the route compares it. */
  stream(path: string): void {
    this.streamedPaths.add(path);
  }

  private async admit(request: FastifyRequest, reply: FastifyReply, payload: Readable): Promise<Readable | undefined> {
    const route = request.routeOptions.url ?? '';
    if (openPaths.has(route)) return payload;
    const signer = this.signerOf(route);
    if (!signer || refuseEarly(request.headers)) return refuse(reply);

    const streamed = this.streamedPaths.has(route);
    const sha256 = declaredDigest(request.headers);
    if (streamed && !sha256) return refuse(reply);
    const content = streamed ? undefined : await readWhole(payload, request);
    const { method, url: path, headers } = request;
    const verdict = verify({ method, path, headers, body: content ?? { sha256: sha256 ?? '' } }, signer.key);
    if (!verdict.ok) return refuse(reply);

    const passport = signer.carriesPassport ? decodePassport(verdict.passport) : undefined;
    if (signer.carriesPassport && !passport) return refuse(reply);
    if (passport) passports.set(request, passport);
    return content ? Object.assign(Readable.from([content]), { receivedEncodedLength: content.length }) : payload;
  }

  private signerOf(route: string): Signer | undefined {
    const prefixes = [...this.signers.keys()].filter((prefix) => route.startsWith(prefix));
    const longest = prefixes.sort((one, other) => other.length - one.length)[0];
    return this.signers.get(longest ?? '/');
  }
}

async function refuse(reply: FastifyReply): Promise<undefined> {
  await reply.code(401).header('connection', 'close').send(refusal);
  return undefined;
}
