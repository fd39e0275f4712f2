import { createHash } from 'node:crypto';
import { Agent, request, type IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { errorOf, GatewayError, type GraphError } from './gateway-error';

export interface Call {
  query: string;
  variables?: Record<string, unknown>;
  accessToken?: string;
}

const answerWithin = 60_000;

/** One way in: GraphQL and file uploads over kept-alive connections. Tries once; who tries again is for the caller to say. */
export class GatewayClient {
  private readonly agent: Agent;

  constructor(
    private readonly gatewayUrl: string,
    connections: number,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections, scheduling: 'lifo' });
  }

  /** @throws GatewayError when the answer has an error or there is none */
  async ask<T>({ query, variables = {}, accessToken }: Call): Promise<T> {
    const { status, body } = await this.post('/graphql', { 'content-type': 'application/json' }, accessToken, (send) =>
      send.end(JSON.stringify({ query, variables })),
    );
    const answer = parse<{ data?: T | null; errors?: GraphError[] }>(status, body);
    if (answer.errors?.length || !answer.data) throw errorOf(status, answer.errors ?? []);
    return answer.data;
  }

  /**
   * Sends a file piece by piece and answers the id under which an import mutation can name it. The file is read twice, because
   * its length and digest are declared before its first byte.
   */
  async upload(service: string, open: () => Readable, accessToken: string): Promise<string> {
    const headers = await declarationOf(open());
    const { status, body } = await this.post(`/files/${service}`, headers, accessToken, (send) => {
      pipeline(open(), send).catch((error: Error) => send.destroy(error));
    });
    const { fileId, errors } = parse<{ fileId?: string; errors?: GraphError[] }>(status, body);
    if (!fileId) throw errorOf(status, errors ?? []);
    return fileId;
  }

  close(): void {
    this.agent.destroy();
  }

  private post(
    path: string,
    headers: Record<string, string>,
    accessToken: string | undefined,
    write: (send: ReturnType<typeof request>) => void,
  ): Promise<{ status: number; body: string }> {
    return new Promise((resolve, reject) => {
      const fail = (error: Error) => reject(new GatewayError('fault', error.message));
      const send = request(new URL(path, this.gatewayUrl), {
        agent: this.agent,
        method: 'POST',
        headers: accessToken ? { ...headers, authorization: `Bearer ${accessToken}` } : headers,
        timeout: answerWithin,
      });
      send.once('timeout', () => send.destroy(new Error(`no answer within ${answerWithin / 1_000} s`)));
      send.once('error', fail);
      send.once('response', (response: IncomingMessage) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.once('error', fail);
        response.once('end', () => resolve({ status: response.statusCode ?? 0, body: String(Buffer.concat(pieces)) }));
      });
      write(send);
    });
  }
}

async function declarationOf(file: Readable): Promise<Record<string, string>> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of file as AsyncIterable<Buffer>) {
    hash.update(piece);
    bytes += piece.length;
  }
  return {
    'content-type': 'application/octet-stream',
    'content-length': String(bytes),
    'content-digest': `sha-256=:${hash.digest('base64')}:`,
  };
}

function parse<T>(status: number, body: string): T {
  try {
    return JSON.parse(body) as T;
  } catch {
    throw errorOf(status, []);
  }
}
