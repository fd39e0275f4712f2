import { createServer, type Server } from 'node:http';
import { collectDefaultMetrics, register } from 'prom-client';
import type { Readiness } from './readiness';

export interface HealthAnswer {
  status: number;
  type: string;
  body: string;
}

export { register as metrics } from 'prom-client';

let collecting = false;

/** Answers `/healthz` (the process lives), `/readyz` (it may be given work) and `/metrics`; undefined for another path. */
export async function healthAnswer(path: string, readiness: Readiness): Promise<HealthAnswer | undefined> {
  if (!collecting) {
    collectDefaultMetrics();
    collecting = true;
  }
  if (path === '/healthz') return { status: 200, type: 'application/json', body: '{"status":"ok"}' };
  if (path === '/metrics') return { status: 200, type: register.contentType, body: await register.metrics() };
  if (path !== '/readyz') return undefined;
  const missing = await readiness.missing();
  const ready = Object.keys(missing).length === 0;
  return {
    status: ready ? 200 : 503,
    type: 'application/json',
    body: JSON.stringify(ready ? { status: 'ready' } : { status: 'not ready', missing }),
  };
}

/** The health endpoints for a process that has no web server of its own. Resolves when it listens. */
export function healthServer(options: { host: string; port: number; readiness: Readiness }): Promise<Server> {
  const server = createServer((request, response) => {
    healthAnswer(request.url ?? '', options.readiness)
      .then((answer) => {
        response.writeHead(answer?.status ?? 404, { 'content-type': answer?.type ?? 'text/plain' });
        response.end(answer?.body ?? '');
      })
      .catch(() => response.writeHead(500).end());
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, () => resolve(server));
  });
}
