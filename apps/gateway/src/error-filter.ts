import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { LOGGER, type Logger } from '@jingzhun/observability';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GatewayError } from './gateway-error';
import { requestIdOf } from './request-id';

/** Every answer that is not a result has one shape, with a code and an id that the log also has, and never a stack. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const requestId = requestIdOf(http.getRequest<FastifyRequest>());
    const error = asGatewayError(thrown);
    if (error.status >= 500) this.logger.error({ err: thrown, requestId }, 'a request failed');
    else this.logger.debug({ requestId, code: error.code }, 'a request was refused');
    const { message, code, details } = error;
    void http
      .getResponse<FastifyReply>()
      .status(error.status)
      .send({ errors: [{ message, extensions: { code, ...details, id: requestId } }] });
  }
}

/** Fastify and Nest say what went wrong with the bytes of a request by a status. */
function asGatewayError(thrown: unknown): GatewayError {
  if (thrown instanceof GatewayError) return thrown;
  const { statusCode, status = statusCode } = (thrown ?? {}) as { status?: unknown; statusCode?: unknown };
  switch (status) {
    case 400:
      return new GatewayError(400, 'BAD_REQUEST', 'The request cannot be read.');
    case 404:
      return new GatewayError(404, 'NOT_FOUND', 'There is nothing here.');
    case 413:
      return new GatewayError(413, 'TOO_LARGE', 'The request is too large.');
    case 415:
      return new GatewayError(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send application/json.');
    default:
      return new GatewayError(500, 'FAULT', 'Something went wrong on our side.');
  }
}
