import type { FastifyRequest } from 'fastify';
import { GatewayError } from '../gateway-error';

const plainPart = /^[\w-]+(\.[a-z]+)?$/;
const plainQuery = /^\?[\w=&-]{0,200}$/;

/**
 * The path and query at the subgraph for what a caller asks of `part` (`files`, `documents`). Only plain words, so that what is
 * signed leads nowhere else.
 */
export function placeAt(request: FastifyRequest, ...parts: (string | undefined)[]): string {
  const words = parts.filter((part) => part !== undefined);
  const query = /\?.*$/s.exec(request.url)?.[0] ?? '';
  if (!words.every((word) => plainPart.test(word)) || (query && !plainQuery.test(query)))
    throw new GatewayError(404, 'NOT_FOUND', 'There is nothing here.');
  return `/${words.join('/')}${query}`;
}
