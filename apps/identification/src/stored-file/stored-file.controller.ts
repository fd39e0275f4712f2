import { callerFor, declaredDigest } from '@jingzhun/access';
import { passportOf } from '@jingzhun/subgraph';
import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { evidenceRoles } from './stored-file.rules';
import { StoredFileService } from './stored-file.service';

const endings = { 'image/jpeg': 'jpg', 'image/png': 'png', 'application/pdf': 'pdf' };

/** The bytes of kept files, for the gateway. */
@Controller('files')
export class StoredFileController {
  constructor(@Inject(StoredFileService) private readonly files: StoredFileService) {}

  /** Takes a photo, signature or document that belongs to an area and answers `{fileId}`; a mutation attaches it by that id. */
  @Post(':kind')
  @HttpCode(201)
  async receive(
    @Param('kind') kind: string,
    @Query('areaCode') areaCode: unknown,
    @Req() request: FastifyRequest<{ Body: Readable }>,
  ): Promise<{ fileId: string }> {
    const caller = callerFor(passportOf(request), evidenceRoles);
    const length = request.headers['content-length'];
    const declared = {
      sha256: declaredDigest(request.headers) ?? '',
      ...(length !== undefined && { bytes: Number(length) }),
    };
    const { id } = await this.files.handIn(caller, { kind, areaCode, declared, content: request.body });
    return { fileId: id };
  }

  @Get(':id')
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const caller = callerFor(passportOf(request), evidenceRoles);
    const { file, content } = await this.files.open(caller, id);
    const name = `${file.kind}-${file.id}.${endings[file.mediaType]}`;
    await reply
      .headers({
        'content-type': file.mediaType,
        'content-length': file.bytes,
        'content-disposition': `attachment; filename="${name}"`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      })
      .send(content);
  }
}
