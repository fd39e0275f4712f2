import type { FastifyReply } from 'fastify';
import type { FetchedFile, FileAnswer } from '../subgraphs/file-calls';

const handedOn = ['content-type', 'content-length', 'content-disposition'];

/**
 * Hands a file on as it comes: to be saved and not shown, kept by nobody on the way, and with no power should somebody open it
 * in a browser all the same.
 */
export async function sendFetched(reply: FastifyReply, fetched: FetchedFile | FileAnswer): Promise<void> {
  void reply.status(fetched.status).header('cache-control', 'no-store');
  if (!('content' in fetched)) {
    await reply.send(fetched.body);
    return;
  }
  const { headers, content } = fetched;
  for (const name of handedOn) if (headers[name] !== undefined) void reply.header(name, headers[name]);
  if (!headers['content-disposition']?.startsWith('attachment')) void reply.header('content-disposition', 'attachment');
  await reply.header('content-security-policy', "default-src 'none'; sandbox").send(content);
}
