import { callerFor } from '@jingzhun/access';
import { passportOf } from '@jingzhun/subgraph';
import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { printRoles, wantedDocument } from './print.rules';
import { PrintService } from './print.service';

/** Printed documents, for the gateway. */
@Controller('documents')
export class PrintController {
  constructor(@Inject(PrintService) private readonly service: PrintService) {}

  /**
   * `score-sheet/<household>.pdf`, `commitment/<household>.pdf`, `household-card/<household>.pdf`, `notice/<sitting>.pdf` (`?paper=A4`), `minutes/<sitting>.pdf`,
   * and `blank-score-sheet`, `blank-commitment`, `blank-household-card` of an area's code.
   */
  @Get(':kind/:file')
  async print(
    @Param('kind') kind: string,
    @Param('file') file: string,
    @Query('paper') paper: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const wanted = wantedDocument(kind, file, paper);
    const pdf = await this.service.print(callerFor(passportOf(request), printRoles[wanted.kind]), wanted);
    await reply
      .headers({
        'content-type': 'application/pdf',
        'content-length': pdf.length,
        'content-disposition': `attachment; filename="${wanted.kind}-${wanted.id}.pdf"`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      })
      .send(pdf);
  }
}
