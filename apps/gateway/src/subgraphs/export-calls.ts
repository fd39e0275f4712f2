import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Readable } from 'node:stream';
import { encodePassport, sign, type Passport } from '@jingzhun/access';
import { isUuid } from '@jingzhun/kernel';
import type { Logger } from '@jingzhun/observability';
import { GatewayError } from '../gateway-error';

const timeLimitMs = 300_000;
/** What the receiver needs to know of the bytes; no other header of a subgraph goes out. */
const shownHeaders = ['content-type', 'content-length', 'content-disposition'] as const;

export interface WantedExport {
  subgraph: string;
  id: string;
  passport: Passport;
}

export interface ExportAnswer {
  status: number;
  headers: Record<string, string>;
  content: Readable;
}

/** Files fetched from the subgraphs, each call signed for the person it is made for. */
export class ExportCalls {
  constructor(
    private readonly urls: ReadonlyMap<string, string>,
    private readonly key: string,
    private readonly logger: Logger,
  ) {}

  /** @throws GatewayError when there is no answer to hand on; a refusal by the subgraph is an answer */
  async fetch({ subgraph, id, passport }: WantedExport): Promise<ExportAnswer> {
    const graphUrl = this.urls.get(subgraph);
    if (!graphUrl || !isUuid(id)) throw new GatewayError(404, 'NOT_FOUND', 'There is nothing here.');
    const url = new URL(`/exports/${id}`, graphUrl);
    try {
      const answer = await this.get(url, passport);
      const { statusCode: status = 0 } = answer;
      if (status === 200 || status === 422) return { status, headers: shown(answer.headers), content: answer };
      answer.destroy();
      this.logger.error({ subgraph, status }, 'a subgraph did not give a file');
    } catch (error) {
      this.logger.error({ subgraph, err: error }, 'a subgraph did not give a file');
    }
    throw new GatewayError(503, 'PART_UNAVAILABLE', 'The file could not be fetched. Try again.');
  }

  private get(url: URL, passport: Passport): Promise<IncomingMessage> {
    const headers = sign({ method: 'GET', path: url.pathname, passport: encodePassport(passport), body: '' }, this.key);
    const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
    return new Promise((resolve, reject) => {
      const signal = AbortSignal.timeout(timeLimitMs);
      request(url, { headers, signal }).once('response', resolve).once('error', reject).end();
    });
  }
}

function shown(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(shownHeaders.flatMap((name) => (headers[name] ? [[name, headers[name]]] : [])));
}
