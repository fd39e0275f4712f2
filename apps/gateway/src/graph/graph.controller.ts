import { Body, Controller, Header, Headers, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { requestContext } from '@jingzhun/observability';
import type { FastifyRequest } from 'fastify';
import { GatewayError } from '../gateway-error';
import { requestIdOf } from '../request-id';
import { GraphService } from './graph.service';
import { operationSeconds } from './operation-metrics';
import type { ShownResult } from './shown-result';

@Controller()
export class GraphController {
  constructor(@Inject(GraphService) private readonly graph: GraphService) {}

  @Post('graphql')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async answer(
    @Body() body: unknown,
    @Headers('authorization') authorization: string | undefined,
    @Req() request: FastifyRequest,
  ): Promise<ShownResult> {
    const requestId = requestIdOf(request);
    const stop = operationSeconds.startTimer();
    return requestContext.run({ requestId }, async () => {
      try {
        const result = await this.graph.answer({ body, authorization, requestId });
        stop({ outcome: result.errors ? 'errors' : 'ok' });
        return result;
      } catch (error) {
        stop({ outcome: error instanceof GatewayError ? error.code : 'FAULT' });
        throw error;
      }
    });
  }
}
