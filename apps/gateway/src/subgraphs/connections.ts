import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';

const plain = { request: httpRequest, agent: new HttpAgent({ keepAlive: true }) };
const encrypted = { request: httpsRequest, agent: new HttpsAgent({ keepAlive: true }) };

/** How a subgraph is reached: over kept connections. */
export function connectionTo(url: URL): typeof plain | typeof encrypted {
  return url.protocol === 'https:' ? encrypted : plain;
}
