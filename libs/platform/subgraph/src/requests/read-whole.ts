import type { Readable } from 'node:stream';
import { PayloadTooLargeException } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** The whole body, up to the route's limit. A length declared above it is refused before a byte is read. */
export async function readWhole(payload: Readable, request: FastifyRequest): Promise<Buffer> {
  const limit = request.routeOptions.bodyLimit;
  if (Number(request.headers['content-length'] ?? 0) > limit)
    throw new PayloadTooLargeException('The body is too large.');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of payload as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw new PayloadTooLargeException('The body is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
