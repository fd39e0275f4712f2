import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { verify } from '@jingzhun/access';

export interface Answer {
  status: number;
  body?: unknown;
}

/** Stands in for the internal door of a service: lets in what is signed with its key, and answers as the spec says. */
export class InternalStandIn {
  readonly asked: { path: string; question: unknown }[] = [];
  answer: (path: string) => Answer = () => ({ status: 204 });

  private constructor(
    readonly url: string,
    readonly close: () => Promise<void>,
  ) {}

  static async open(signingKey: string): Promise<InternalStandIn> {
    const server = createServer((request, response) => {
      void read(request).then((body) => {
        const { method = '', url: path = '', headers } = request;
        const { ok } = verify({ method, path, headers, body }, signingKey);
        const { status, body: answered } = ok ? standIn.receive(path, body) : { status: 401, body: {} };
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(answered === undefined ? '' : JSON.stringify(answered));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const close = () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    };
    const standIn = new InternalStandIn(`http://127.0.0.1:${port}`, close);
    return standIn;
  }

  private receive(path: string, body: string): Answer {
    this.asked.push({ path, question: JSON.parse(body) });
    return this.answer(path);
  }
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
