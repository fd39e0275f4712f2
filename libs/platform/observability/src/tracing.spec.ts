import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** A process that answers one request of its own and ends; it knows nothing of tracing. */
const untracedProgram = `
  const http = require('node:http');
  const server = http.createServer((_, response) => response.end()).listen(0, '127.0.0.1', () =>
    http.get({ port: server.address().port, path: '/asked', agent: false }, (answer) => answer.resume().on('end', () => server.close())));
`;

describe('tracing', () => {
  it('sends what a process did to the collector, under the name of the service', async () => {
    const received: string[] = [];
    const collector = createServer((request, response) => {
      let body = '';
      request.setEncoding('latin1').on('data', (piece: string) => (body += piece));
      request.on('end', () => {
        received.push(`${request.url} ${body}`);
        response.end();
      });
    }).listen(0, '127.0.0.1');
    await once(collector, 'listening');
    const { port } = collector.address() as AddressInfo;

    const program = spawn(
      process.execPath,
      // As built: Node itself loads it, which reads no TypeScript.
      ['--require', join(__dirname, '../dist/preload/tracing.js'), '-e', untracedProgram],
      {
        env: {
          ...process.env,
          OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
          OTEL_SERVICE_NAME: 'spec-service',
        },
      },
    );
    const [code] = (await once(program, 'exit')) as [number];
    collector.close();

    expect(code).toBe(0);
    expect(received.join()).toMatch(/\/v1\/traces [\s\S]*spec-service/);
    expect(received.join()).toContain('/asked');
  }, 60_000);
});
