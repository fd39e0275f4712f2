import { Module, type DynamicModule, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ObservabilityModule, type Logger } from '@jingzhun/observability';
import { createServer } from './server/create-server';

export type ServiceModule = Type | DynamicModule;

@Module({})
class ServiceProcess {}

/** A service ready to listen: its own module, the log and the health endpoints. */
export function createSubgraph(service: ServiceModule, logger: Logger): Promise<NestFastifyApplication> {
  return createServer({ module: ServiceProcess, imports: [ObservabilityModule.forRoot(logger), service] }, logger);
}
