import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { NestLogger, ObservabilityModule, type Logger } from '@jingzhun/observability';

const largestBody = 1024 * 1024;

export type ServiceModule = Type | DynamicModule;

@Module({})
class ServiceProcess {}

/** A service ready to listen: its own module, the log and the health endpoints, on Fastify with JSON bodies up to 1 MiB. */
export async function createSubgraph(service: ServiceModule, logger: Logger): Promise<NestFastifyApplication> {
  const root = { module: ServiceProcess, imports: [ObservabilityModule.forRoot(logger), service] };
  const adapter = new FastifyAdapter({ bodyLimit: largestBody });
  return NestFactory.create<NestFastifyApplication>(root, adapter, {
    logger: new NestLogger(logger),
    bodyParser: false,
    abortOnError: false,
  });
}
