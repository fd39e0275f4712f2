import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { NestLogger, type Logger } from '@jingzhun/observability';
import { GatewayModule, type GatewaySettings } from './gateway.module';
import { requestIdOf } from './request-id';

const largestBody = 1024 * 1024;

/** The gateway, ready to listen. It reads two kinds of body: JSON, whole, up to 1 MiB, and the bytes of a file, as they come. */
export async function createGateway(settings: GatewaySettings, logger: Logger): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({ bodyLimit: largestBody });
  const app = await NestFactory.create<NestFastifyApplication>(GatewayModule.forRoot(settings, logger), adapter, {
    logger: new NestLogger(logger),
    bodyParser: false,
    abortOnError: false,
  });
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
