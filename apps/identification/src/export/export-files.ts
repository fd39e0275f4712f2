import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Written workbooks, kept by the ids of their exports in a folder of their own. */
export class ExportFiles {
  constructor(private readonly folder: string) {}

  /** Where the file of an export is to be written. */
  async prepare(id: string): Promise<string> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    return this.of(id);
  }

  of(id: string): string {
    return join(this.folder, `${id}.xlsx`);
  }

  /** Removes the file, or what was written of it when a process was stopped. */
  async remove(id: string): Promise<void> {
    for (const path of [this.of(id), `${this.of(id)}.part`]) await rm(path, { force: true });
  }
}
