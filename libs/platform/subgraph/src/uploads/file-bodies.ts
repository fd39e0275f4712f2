import type { FastifyInstance } from 'fastify';
import { SignedRequests } from '../requests/signed-requests';

const fileType = 'application/octet-stream';

/** Bodies at `path` are the bytes of a file: handed on as they come, under the digest their sender declares. */
export function streamFilesAt(path: string, fastify: FastifyInstance): void {
  SignedRequests.of(fastify).stream(path);
  if (fastify.hasContentTypeParser(fileType)) return;
  fastify.addContentTypeParser(fileType, (_request, payload, done) => done(null, payload));
}
