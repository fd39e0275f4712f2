import type { IncomingMessage } from 'node:http';
import { connectionTo } from './connections';

export interface Getting {
  url: URL;
  headers: Record<string, string>;
  signal: AbortSignal;
}

/** One GET over a kept connection; the body is left to be read as it comes. */
export function get({ url, headers, signal }: Getting): Promise<IncomingMessage> {
  const { request, agent } = connectionTo(url);
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method: 'GET', headers, agent, signal });
    outgoing.once('response', resolve);
    outgoing.once('error', reject);
    outgoing.end();
  });
}
