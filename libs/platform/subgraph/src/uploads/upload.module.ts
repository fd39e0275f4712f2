import { Controller, HttpCode, Inject, Module, Post, Req, type DynamicModule } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { callerFor, declaredDigest, type Role } from '@jingzhun/access';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { passportOf } from '../requests/signed-requests';
import { streamFilesAt } from './file-bodies';
import { Uploads } from './uploads';

const uploadRoles = Symbol('roles that may upload');

export interface UploadOptions {
  /** Where files are kept, FILES_FOLDER; made when missing. */
  folder: string;
  /** Who may hand in a file. */
  roles: readonly Role[];
  maximumBytes?: number;
}

@Controller()
class UploadController {
  constructor(
    @Inject(Uploads) private readonly uploads: Uploads,
    @Inject(uploadRoles) private readonly roles: readonly Role[],
  ) {}

  /** Takes the bytes of one file as they come and answers `{fileId}`; the mutation that reads the file names it. */
  @Post('files')
  @HttpCode(201)
  async receive(@Req() request: FastifyRequest<{ Body: Readable }>): Promise<{ fileId: string }> {
    callerFor(passportOf(request), this.roles);
    return { fileId: await this.uploads.receive(request.body, declaredDigest(request.headers) ?? '') };
  }
}

/** `POST /files` for the gateway, and `Uploads` for the mutation that reads what came. */
@Module({})
export class UploadModule {
  static forRoot({ folder, roles, maximumBytes = 64 * 1024 * 1024 }: UploadOptions): DynamicModule {
    return {
      module: UploadModule,
      controllers: [UploadController],
      providers: [
        { provide: Uploads, useValue: new Uploads(folder, maximumBytes) },
        { provide: uploadRoles, useValue: roles },
      ],
      exports: [Uploads],
    };
  }

  constructor(@Inject(HttpAdapterHost) host: HttpAdapterHost) {
    streamFilesAt('/files', host.httpAdapter.getInstance<FastifyInstance>());
  }
}
