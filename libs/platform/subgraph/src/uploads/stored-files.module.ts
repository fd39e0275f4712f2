import { Inject, Module, type DynamicModule } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { join } from 'node:path';
import { streamFilesAt } from './file-bodies';
import { FileIntake } from './file-intake';
import { FolderFiles } from './folder-files';
import { StoredFiles } from './stored-files';
import { Uploads } from './uploads';

export interface StoredFilesOptions {
  /** FILES_FOLDER; the kept files and those arriving have a folder of their own in it. */
  folder: string;
  /** The route that takes the bytes of a file, as `POST /files/:kind`; the service's own controller answers it. */
  path: string;
}

const streamedPath = Symbol('path of files');
const notMoreThanAnyRule = 64 * 1024 * 1024;

/** For a service that keeps files: `StoredFiles` and `FileIntake`, and a route whose bodies are files. */
@Module({})
export class StoredFilesModule {
  static forRoot({ folder, path }: StoredFilesOptions): DynamicModule {
    return {
      module: StoredFilesModule,
      providers: [
        { provide: StoredFiles, useValue: new FolderFiles(join(folder, 'kept')) },
        { provide: FileIntake, useValue: new FileIntake(new Uploads(join(folder, 'arriving'), notMoreThanAnyRule)) },
        { provide: streamedPath, useValue: path },
      ],
      exports: [StoredFiles, FileIntake],
    };
  }

  constructor(@Inject(HttpAdapterHost) host: HttpAdapterHost, @Inject(streamedPath) path: string) {
    streamFilesAt(path, host.httpAdapter.getInstance<FastifyInstance>());
  }
}
