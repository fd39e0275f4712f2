import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { contentDigestHeader, declaredDigest, encodePassport, sign, type Passport } from '@jingzhun/access';
import type { Logger } from '@jingzhun/observability';
import { GatewayError } from '../gateway-error';
import { get } from './get';
import { post } from './post';
import { pathOf } from './subgraph-calls';

const timeLimitMs = 300_000;

export interface SentFile {
  subgraph: string;
  /** Path and query at the subgraph. */
  path: string;
  passport: Passport;
  /** The `content-digest` header as the caller sent it. */
  digest: string | undefined;
  size: number;
  content: Readable;
}

export interface WantedFile {
  subgraph: string;
  /** Path and query at the subgraph. */
  path: string;
  passport: Passport;
}

/** An answer by a subgraph: the record of a file, or a refusal. */
export interface FileAnswer {
  status: number;
  body: unknown;
}

/** A file as it comes from a subgraph. */
export interface FetchedFile {
  status: 200;
  headers: IncomingHttpHeaders;
  content: Readable;
}

/** Files sent on to the subgraphs and fetched from them, each signed for the caller it is for. */
export class FileCalls {
  constructor(
    private readonly urls: ReadonlyMap<string, string>,
    private readonly key: string,
    private readonly logger: Logger,
  ) {}

  /**
   * The signature covers the digest the caller declares, which the subgraph compares.
   *
   * @throws GatewayError when the file cannot be handed on; a refusal by the subgraph is an answer
   */
  async send({ subgraph, path, passport, digest = '', size, content }: SentFile): Promise<FileAnswer> {
    const url = this.urlOf(subgraph, path);
    const sha256 = declaredDigest({ [contentDigestHeader]: digest });
    if (!sha256) throw new GatewayError(400, 'BAD_REQUEST', 'Send content-digest: sha-256=:<base64>: of the file.');
    const signed = sign(
      { method: 'POST', path: pathOf(url), passport: encodePassport(passport), body: { sha256 } },
      this.key,
    );
    const headers = {
      'content-type': 'application/octet-stream',
      'content-length': String(size),
      [contentDigestHeader]: digest,
      ...signed,
    };
    return this.answered(subgraph, 'The file could not be handed on. Send it again.', async () => {
      const answer = await post({ url, headers, body: content, signal: AbortSignal.timeout(timeLimitMs) });
      return answer.status === 201 || answer.status === 422
        ? { status: answer.status, body: JSON.parse(answer.text) as unknown }
        : answer.status;
    });
  }

  /** @throws GatewayError when the file cannot be fetched; a refusal by the subgraph is an answer */
  async fetch({ subgraph, path, passport }: WantedFile): Promise<FetchedFile | FileAnswer> {
    const url = this.urlOf(subgraph, path);
    const headers = sign({ method: 'GET', path: pathOf(url), passport: encodePassport(passport), body: '' }, this.key);
    return this.answered(subgraph, 'The file could not be fetched. Try again.', async () => {
      const answer = await get({ url, headers, signal: AbortSignal.timeout(timeLimitMs) });
      if (answer.statusCode === 200) return { status: 200 as const, headers: answer.headers, content: answer };
      const body = await text(answer);
      return answer.statusCode === 422 ? { status: 422, body: JSON.parse(body) as unknown } : (answer.statusCode ?? 0);
    });
  }

  private urlOf(subgraph: string, path: string): URL {
    const graphUrl = this.urls.get(subgraph);
    if (!graphUrl) throw new GatewayError(404, 'NOT_FOUND', 'There is nothing here.');
    return new URL(path, graphUrl);
  }

  /** `call` answers, or says by a bare status that the subgraph gave no usable answer. */
  private async answered<Answer extends object>(
    subgraph: string,
    failure: string,
    call: () => Promise<Answer | number>,
  ): Promise<Answer> {
    try {
      const answer = await call();
      if (typeof answer !== 'number') return answer;
      if (answer === 404) throw new GatewayError(404, 'NOT_FOUND', 'There is nothing here.');
      this.logger.error({ subgraph, status: answer }, 'a subgraph gave no usable answer about a file');
    } catch (error) {
      if (error instanceof GatewayError) throw error;
      this.logger.error({ subgraph, err: error }, 'a subgraph gave no usable answer about a file');
    }
    throw new GatewayError(503, 'PART_UNAVAILABLE', failure);
  }
}
