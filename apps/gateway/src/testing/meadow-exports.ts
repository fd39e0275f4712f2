import { callerFor } from '@jingzhun/access';
import { NotFound } from '@jingzhun/kernel';
import { passportOf } from '@jingzhun/subgraph';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';

/** The one file there is, and how large it is: more than one piece of a stream. */
export const hayBook = { id: '0f8fad5b-d9cb-469f-a165-70867728950e', bytes: 3 * 1024 * 1024 };
export const brokenBook = '7c9e6679-7425-40de-944b-e07fc1f90ae7';

@Controller()
export class MeadowExports {
  @Get('exports/:id')
  async give(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { accountId } = callerFor(passportOf(request), ['entryClerk']);
    if (id === brokenBook) throw new Error('the hay is wet');
    if (id !== hayBook.id) throw new NotFound('There is no such file.', 'id');
    await reply
      .header('content-type', 'application/octet-stream')
      .header('content-length', hayBook.bytes)
      .header('content-disposition', `attachment; filename="${accountId}.xlsx"`)
      .header('x-inside', 'secret')
      .send(Readable.from(pieces(hayBook.bytes)));
  }
}

function* pieces(bytes: number): Generator<Buffer> {
  for (let left = bytes; left > 0; left -= 65_536) yield Buffer.alloc(Math.min(left, 65_536), 'hay');
}
