import {
  anonymousPassport,
  contentDigest,
  contentDigestHeader,
  encodePassport,
  sha256Hex,
  sign,
  type Passport,
} from '@jingzhun/access';
import { signedRequest, testSigningKey } from '@jingzhun/access/testing';
import { createLogger } from '@jingzhun/observability';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createSubgraph, type ServiceModule } from '../create-subgraph';

export interface GraphAnswer<Data> {
  data?: Data | null;
  errors?: { message: string; path?: (string | number)[]; extensions?: { code?: string; id?: string } }[];
}

export interface HttpAnswer<Body> {
  status: number;
  body: Body;
}

export interface TestSubgraphKeys {
  gateway: string;
  worker: string;
}

/** A whole service behind its real HTTP stack: hooks, signatures, rules and error masking included; only the socket is not. */
export interface TestSubgraph {
  app: NestFastifyApplication;
  /** Executes an operation as the gateway would for `passport`; for nobody when there is none. */
  execute<Data = Record<string, unknown>>(
    passport: Passport | undefined,
    query: string,
    variables?: Record<string, unknown>,
  ): Promise<GraphAnswer<Data>>;
  /** Calls `/internal/<name>` as the worker would. */
  internal<Body = unknown>(name: string, body: unknown): Promise<HttpAnswer<Body | undefined>>;
  /** Hands in a file as the gateway would and answers what the service says, `{fileId}` when it took it. */
  upload(passport: Passport, content: string | Buffer, path?: string): Promise<HttpAnswer<{ fileId: string }>>;
  /** Fetches a file or a document as the gateway would. */
  download(passport: Passport, path: string): Promise<HttpAnswer<Buffer> & { headers: Record<string, unknown> }>;
  close(): Promise<void>;
}

/** Starts `service`; it must have been given `keys` (by default `testSigningKey` for both). */
export async function testSubgraph(
  service: ServiceModule,
  keys: TestSubgraphKeys = { gateway: testSigningKey, worker: testSigningKey },
): Promise<TestSubgraph> {
  const app = await createSubgraph(
    service,
    createLogger({ service: 'spec', level: process.env.SPEC_LOG_LEVEL ?? 'silent' }),
  );
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return {
    app,
    close: () => app.close(),
    execute: async (passport = anonymousPassport('spec'), query, variables = {}) => {
      const answer = await app.inject(signedRequest('/graphql', { query, variables }, keys.gateway, passport));
      return answer.json();
    },
    internal: async (name, body) => {
      const answer = await app.inject(signedRequest(`/internal/${name}`, body, keys.worker));
      return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json() };
    },
    upload: async (passport, content, path = '/files') => {
      const request = { method: 'POST', path, passport: encodePassport(passport) };
      const headers = {
        'content-type': 'application/octet-stream',
        [contentDigestHeader]: contentDigest(content),
        ...sign({ ...request, body: { sha256: sha256Hex(content) } }, keys.gateway),
      };
      const answer = await app.inject({ method: 'POST', url: path, headers, payload: content });
      return { status: answer.statusCode, body: answer.json() };
    },
    download: async (passport, path) => {
      const headers = sign({ method: 'GET', path, passport: encodePassport(passport), body: '' }, keys.gateway);
      const answer = await app.inject({ method: 'GET', url: path, headers });
      return { status: answer.statusCode, headers: answer.headers, body: answer.rawPayload };
    },
  };
}
