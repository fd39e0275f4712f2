import { passportOf } from '@jingzhun/subgraph';
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { open } from 'node:fs/promises';
import { ExportService } from './export.service';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@Controller()
export class ExportsController {
  constructor(@Inject(ExportService) private readonly exports: ExportService) {}

  /** The bytes of a written workbook, for the one who asked for it. */
  @Get('exports/:id')
  async give(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { path, fileName } = await this.exports.fetch(passportOf(request), id);
    const file = await open(path);
    const { size } = await file.stat();
    await reply
      .header('content-type', workbookType)
      .header('content-length', size)
      .header('content-disposition', `attachment; filename="${fileName}"`)
      .header('cache-control', 'no-store')
      .send(file.createReadStream());
  }
}
