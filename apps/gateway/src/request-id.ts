import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';

const ids = new WeakMap<object, string>();

/** The id of a request: ours, whatever the caller sends. It goes to every service with the passport and into every log. */
export function requestIdOf(request: FastifyRequest): string {
  const known = ids.get(request.raw) ?? randomUUID();
  ids.set(request.raw, known);
  return known;
}
