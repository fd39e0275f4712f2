import type { Readable } from 'node:stream';
import { Controller, Headers, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { isAnonymous } from '@jingzhun/access';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GatewayError } from '../gateway-error';
import { Identity, notSignedIn } from '../identity/identity';
import { requestIdOf } from '../request-id';
import { FileCalls } from '../subgraphs/file-calls';
import { largestFile } from './largest-file';

@Controller('files')
export class FilesController {
  constructor(
    @Inject(Identity) private readonly identity: Identity,
    @Inject(FileCalls) private readonly files: FileCalls,
  ) {}

  /** Hands a file on to a subgraph as it comes; the bytes are neither kept nor looked at here. */
  @Post(':subgraph')
  async receive(
    @Param('subgraph') subgraph: string,
    @Headers('authorization') authorization: string | undefined,
    @Headers('content-digest') digest: string | undefined,
    @Headers('content-length') length: string | undefined,
    @Req() request: FastifyRequest<{ Body: Readable }>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const requestId = requestIdOf(request);
    const passport = await this.identity.passportOf(authorization, requestId);
    if (isAnonymous(passport)) throw notSignedIn('Sign in first.');
    const size = Number(length);
    if (!length || !(size > 0)) throw new GatewayError(400, 'BAD_REQUEST', 'Send the length of the file.');
    if (size > largestFile) throw new GatewayError(413, 'TOO_LARGE', `A file has at most ${largestFile} bytes.`);
    const answer = await this.files.send({ subgraph, passport, digest, size, content: request.body });
    await reply.status(answer.status).header('cache-control', 'no-store').send(answer.body);
  }
}
