import { Controller, Get, Headers, Inject, Param, Req, Res } from '@nestjs/common';
import { isAnonymous } from '@jingzhun/access';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Identity, notSignedIn } from '../identity/identity';
import { requestIdOf } from '../request-id';
import { ExportCalls } from '../subgraphs/export-calls';

@Controller('exports')
export class ExportsController {
  constructor(
    @Inject(Identity) private readonly identity: Identity,
    @Inject(ExportCalls) private readonly exports: ExportCalls,
  ) {}

  /** Hands on a file that a subgraph has written for the caller, as it comes; nothing of it is kept here. */
  @Get(':subgraph/:id')
  async give(
    @Param('subgraph') subgraph: string,
    @Param('id') id: string,
    @Headers('authorization') authorization: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const passport = await this.identity.passportOf(authorization, requestIdOf(request));
    if (isAnonymous(passport)) throw notSignedIn('Sign in first.');
    const { status, headers, content } = await this.exports.fetch({ subgraph, id, passport });
    await reply.status(status).headers(headers).header('cache-control', 'no-store').send(content);
  }
}
