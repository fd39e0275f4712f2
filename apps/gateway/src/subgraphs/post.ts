import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { connectionTo } from './connections';

export interface Posting {
  url: URL;
  headers: Record<string, string>;
  body: string | Readable;
  signal: AbortSignal;
}

export interface Posted {
  status: number;
  text: string;
}

/** One POST over a kept connection. It is never repeated: what it does may not be harmless to do twice. */
export async function post({ url, headers, body, signal }: Posting): Promise<Posted> {
  const { request, agent } = connectionTo(url);
  const outgoing = request(url, { method: 'POST', headers, agent, signal });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.once('response', resolve);
    outgoing.once('error', reject);
  });
  if (typeof body === 'string') outgoing.end(body);
  // A receiver that has answered already may close its side; only a break before the answer is a failure.
  else pipeline(body, outgoing).catch((error: Error) => outgoing.destroy(error));
  const response = await answered;
  return { status: response.statusCode ?? 0, text: await text(response) };
}
