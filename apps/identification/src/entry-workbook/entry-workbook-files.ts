import type { Uploads } from '@jingzhun/subgraph';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Workbooks on their way in, laid in a folder of their own. */
export class EntryWorkbookFiles {
  constructor(
    private readonly folder: string,
    private readonly uploads: Uploads,
  ) {}

  /** What was uploaded. @throws NotFound */
  open(fileId: string): Promise<Readable> {
    return this.uploads.open(fileId);
  }

  /** Lays what was uploaded where another process can open it, for as long as `work` needs it; then nothing of it is left. */
  async during<Result>(fileId: string, content: Readable, work: (path: string) => Promise<Result>): Promise<Result> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const path = join(this.folder, `import-${fileId}.xlsx`);
    try {
      await pipeline(content, createWriteStream(path, { mode: 0o600 }));
      return await work(path);
    } finally {
      await rm(path, { force: true });
      await this.uploads.discard(fileId);
    }
  }
}
