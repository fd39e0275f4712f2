import type { Readable } from 'node:stream';
import { Controller, Get, Headers, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { isAnonymous, type Passport } from '@jingzhun/access';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GatewayError } from '../gateway-error';
import { Identity, notSignedIn } from '../identity/identity';
import { requestIdOf } from '../request-id';
import { FileCalls } from '../subgraphs/file-calls';
import { largestFile } from './largest-file';
import { sendFetched } from './send-fetched';
import { placeAt } from './place';

interface Place {
  subgraph: string;
  kind?: string;
  id?: string;
}

/** Files and printed documents, handed on as they come; the bytes are neither kept nor looked at here. */
@Controller()
export class FilesController {
  constructor(
    @Inject(Identity) private readonly identity: Identity,
    @Inject(FileCalls) private readonly files: FileCalls,
  ) {}

  /** A file that a mutation will read: `/files/<subgraph>`; or one that is kept: `/files/<subgraph>/<kind>`. */
  @Post(['files/:subgraph', 'files/:subgraph/:kind'])
  async receive(
    @Param() { subgraph, kind }: Place,
    @Headers('content-digest') digest: string | undefined,
    @Headers('content-length') length: string | undefined,
    @Req() request: FastifyRequest<{ Body: Readable }>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const passport = await this.signedIn(request);
    const size = Number(length);
    if (!length || !(size > 0)) throw new GatewayError(400, 'BAD_REQUEST', 'Send the length of the file.');
    if (size > largestFile) throw new GatewayError(413, 'TOO_LARGE', `A file has at most ${largestFile} bytes.`);
    const path = placeAt(request, 'files', kind);
    const answer = await this.files.send({ subgraph, path, passport, digest, size, content: request.body });
    await reply.status(answer.status).header('cache-control', 'no-store').send(answer.body);
  }

  /** A kept file, to its people. */
  @Get('files/:subgraph/:id')
  async fetch(
    @Param() { subgraph, id }: Place,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const passport = await this.signedIn(request);
    await sendFetched(reply, await this.files.fetch({ subgraph, path: placeAt(request, 'files', id), passport }));
  }

  /** A document printed now. */
  @Get('documents/:subgraph/:kind/:id')
  async print(
    @Param() { subgraph, kind, id }: Place,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const passport = await this.signedIn(request);
    const path = placeAt(request, 'documents', kind, id);
    await sendFetched(reply, await this.files.fetch({ subgraph, path, passport }));
  }

  private async signedIn(request: FastifyRequest): Promise<Passport> {
    const passport = await this.identity.passportOf(request.headers.authorization, requestIdOf(request));
    if (isAnonymous(passport)) throw notSignedIn('Sign in first.');
    return passport;
  }
}
