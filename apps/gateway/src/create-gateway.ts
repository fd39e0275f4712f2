import type { Logger } from '@jingzhun/observability';
import { createServer } from '@jingzhun/subgraph/server';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { GatewayModule, type GatewaySettings } from './gateway.module';
import { requestIdOf } from './request-id';

/** The gateway, ready to listen. It reads two kinds of body: JSON, whole, and the bytes of a file, as they come. */
export async function createGateway(settings: GatewaySettings, logger: Logger): Promise<NestFastifyApplication> {
  const app = await createServer(GatewayModule.forRoot(settings, logger), logger);
  const fastify = app.getHttpAdapter().getInstance();
  // A form of another site can send text/plain without asking; a request that changes something must not come that way.
  fastify.removeContentTypeParser('text/plain');
  fastify.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', requestIdOf(request)).header('x-content-type-options', 'nosniff');
    done();
  });
  return app;
}
