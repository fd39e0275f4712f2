import { randomUUID } from 'node:crypto';
import { Catch, HttpException, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { isRefusal } from '@jingzhun/kernel';
import { LOGGER, type Logger } from '@jingzhun/observability';
import type { FastifyReply } from 'fastify';

/**
 * What a plain HTTP route answers when it does not succeed. A refusal: 422 with `{type, code, message, field, advice}`, which
 * repeating will not change. A fault: 500 with an id that the log also has, and nothing else. Errors of the graph pass through
 * unlogged: they are formatted, and faults among them logged, where the result is made.
 */
@Catch()
export class RefusalFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): unknown {
    if (host.getType<string>() === 'graphql') return error;
    const { status, body } = this.answer(error);
    return void host.switchToHttp().getResponse<FastifyReply>().status(status).send(body);
  }

  private answer(error: unknown): { status: number; body: object } {
    if (isRefusal(error)) {
      const { type, code, message, field, advice } = error;
      return { status: 422, body: { type, code, message, field, advice } };
    }
    const status = statusOf(error);
    if (status >= 400 && status < 500 && error instanceof Error) {
      return { status, body: { code: 'BAD_REQUEST', message: error.message } };
    }
    const id = randomUUID();
    this.logger.error({ err: error, fault: id }, 'a request failed');
    return { status: 500, body: { code: 'FAULT', id, message: 'Something went wrong on our side.' } };
  }
}

/** Nest's exceptions have a status and Fastify's a status code; what has neither is a fault. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const { statusCode } = (error ?? {}) as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : 500;
}
