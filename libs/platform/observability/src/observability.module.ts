import { Controller, Global, Get, Inject, Module, Res, type DynamicModule } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { healthAnswer } from './health';
import type { Logger } from './logger';
import { Readiness } from './readiness';

/** Injection token of the process's logger. */
export const LOGGER = Symbol('logger');

@Controller()
class HealthController {
  constructor(@Inject(Readiness) private readonly readiness: Readiness) {}

  @Get('healthz')
  healthz(@Res() reply: FastifyReply): Promise<void> {
    return this.answer('/healthz', reply);
  }

  @Get('readyz')
  readyz(@Res() reply: FastifyReply): Promise<void> {
    return this.answer('/readyz', reply);
  }

  @Get('metrics')
  metrics(@Res() reply: FastifyReply): Promise<void> {
    return this.answer('/metrics', reply);
  }

  private async answer(path: string, reply: FastifyReply): Promise<void> {
    const answer = await healthAnswer(path, this.readiness);
    await reply
      .status(answer?.status ?? 404)
      .type(answer?.type ?? 'text/plain')
      .send(answer?.body ?? '');
  }
}

/** Logger, readiness and the health endpoints of a Nest process. Global: every module may inject LOGGER and Readiness. */
@Global()
@Module({})
export class ObservabilityModule {
  static forRoot(logger: Logger): DynamicModule {
    return {
      module: ObservabilityModule,
      controllers: [HealthController],
      providers: [
        { provide: LOGGER, useValue: logger },
        { provide: Readiness, useValue: new Readiness() },
      ],
      exports: [LOGGER, Readiness],
    };
  }
}
