import { isUuid } from '@jingzhun/kernel';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { StoredFiles } from './stored-files';

/**
 * Kept files in a folder, each under its id in two levels of folders, readable by the service alone. Named by id and not by
 * content: two records never share one file, so that removing one needs no counting.
 */
export class FolderFiles extends StoredFiles {
  constructor(private readonly folder: string) {
    super();
  }

  async put(id: string, content: Buffer): Promise<void> {
    const path = this.path(id);
    const arriving = `${path}.part`;
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const file = await open(arriving, 'w', 0o600);
    try {
      await file.writeFile(content);
      // The record is believed once it is committed; its file must not be lost with the power.
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(arriving, path);
  }

  async open(id: string): Promise<Readable> {
    return (await open(this.path(id))).createReadStream();
  }

  async remove(id: string): Promise<void> {
    await Promise.all([this.path(id), `${this.path(id)}.part`].map((path) => rm(path, { force: true })));
  }

  private path(id: string): string {
    if (!isUuid(id)) throw new RangeError('a kept file has a uuid');
    const name = id.toLowerCase();
    return join(this.folder, name.slice(0, 2), name.slice(2, 4), name);
  }
}
