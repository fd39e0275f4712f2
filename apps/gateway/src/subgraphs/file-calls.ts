import type { Readable } from 'node:stream';
import { contentDigestHeader, declaredDigest, encodePassport, sign, type Passport } from '@jingzhun/access';
import type { Logger } from '@jingzhun/observability';
import { GatewayError } from '../gateway-error';
import { post } from './post';

const timeLimitMs = 300_000;

export interface SentFile {
  subgraph: string;
  passport: Passport;
  /** The `content-digest` header as the caller sent it. */
  digest: string | undefined;
  size: number;
  content: Readable;
}

export interface FileAnswer {
  status: number;
  body: unknown;
}

/** Files sent on to the subgraphs. The signature covers the digest the caller declares, which the subgraph compares. */
export class FileCalls {
  constructor(
    private readonly urls: ReadonlyMap<string, string>,
    private readonly key: string,
    private readonly logger: Logger,
  ) {}

  /** @throws GatewayError when the file cannot be handed on; a refusal by the subgraph is an answer */
  async send({ subgraph, passport, digest = '', size, content }: SentFile): Promise<FileAnswer> {
    const graphUrl = this.urls.get(subgraph);
    if (!graphUrl) throw new GatewayError(404, 'NOT_FOUND', 'There is nothing here.');
    const sha256 = declaredDigest({ [contentDigestHeader]: digest });
    if (!sha256) throw new GatewayError(400, 'BAD_REQUEST', 'Send content-digest: sha-256=:<base64>: of the file.');
    const url = new URL('/files', graphUrl);
    const signed = sign(
      { method: 'POST', path: url.pathname, passport: encodePassport(passport), body: { sha256 } },
      this.key,
    );
    const headers = {
      'content-type': 'application/octet-stream',
      'content-length': String(size),
      [contentDigestHeader]: digest,
      ...signed,
    };
    try {
      const answer = await post({ url, headers, body: content, signal: AbortSignal.timeout(timeLimitMs) });
      if (answer.status === 201 || answer.status === 422) {
        return { status: answer.status, body: JSON.parse(answer.text) as unknown };
      }
      this.logger.error({ subgraph, status: answer.status }, 'a subgraph did not take a file');
    } catch (error) {
      this.logger.error({ subgraph, err: error }, 'a subgraph did not take a file');
    }
    throw new GatewayError(503, 'PART_UNAVAILABLE', 'The file could not be handed on. Send it again.');
  }
}
