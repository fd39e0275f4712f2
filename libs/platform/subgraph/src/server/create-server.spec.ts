import { createLogger } from '@jingzhun/observability';
import { Controller, Get, Module } from '@nestjs/common';
import { Agent, get, type IncomingMessage } from 'node:http';
import { createServer } from './create-server';

describe('the end of a process', () => {
  let arrive: () => void;
  let release: () => void;
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  const released = new Promise<void>((resolve) => (release = resolve));

  @Controller()
  class SlowController {
    @Get('slow')
    async slow(): Promise<string> {
      arrive();
      await released;
      return 'done';
    }
  }

  @Module({ controllers: [SlowController] })
  class SlowModule {}

  it('waits for a request in work and then not for its connection', async () => {
    const app = await createServer({ module: SlowModule }, createLogger({ service: 'spec', level: 'silent' }));
    const closing = new Promise<void>((resolve) => {
      const fastify = app.getHttpAdapter().getInstance();
      fastify.addHook('preClose', (done) => {
        resolve();
        done();
      });
    });
    await app.listen(0, '127.0.0.1');
    const url = `${await app.getUrl()}/slow`;
    const agent = new Agent({ keepAlive: true });
    const answer = new Promise<IncomingMessage>((resolve, reject) => {
      get(url, { agent }, resolve).once('error', reject);
    });
    await arrived;
    const closed = app.close();
    await closing;
    release();
    const response = await answer;
    expect(response.headers.connection).toBe('close');
    response.resume();
    await closed;
    agent.destroy();
  });
});
