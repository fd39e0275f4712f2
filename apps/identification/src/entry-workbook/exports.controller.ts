import { callerFor } from '@jingzhun/access';
import { passportOf } from '@jingzhun/subgraph';
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { open } from 'node:fs/promises';
import { EntryExportService } from './entry-export.service';
import { exporters } from './entry-workbook.rules';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@Controller()
export class ExportsController {
  constructor(@Inject(EntryExportService) private readonly exports: EntryExportService) {}

  /** The bytes of a written workbook, for the one who asked for it. */
  @Get('exports/:id')
  async give(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const file = await open(await this.exports.fetch(callerFor(passportOf(request), exporters), id));
    const { size } = await file.stat();
    await reply
      .header('content-type', workbookType)
      .header('content-length', size)
      .header('content-disposition', `attachment; filename="entry-${id}.xlsx"`)
      .header('cache-control', 'no-store')
      .send(file.createReadStream());
  }
}
