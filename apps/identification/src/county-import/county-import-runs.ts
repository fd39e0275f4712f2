import { LOGGER, type Logger } from '@jingzhun/observability';
import { Uploads } from '@jingzhun/subgraph';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { FileRefused } from './county-import.errors';
import { CountyImportRepository } from './county-import.repository';
import { CountyReading } from './county-reading';

const linesPerReport = 20_000;

/** Imports under way in this process, each with its record that says how far it is. */
@Injectable()
export class CountyImportRuns implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly running = new Set<Promise<void>>();

  constructor(
    @Inject(Uploads) private readonly uploads: Uploads,
    @Inject(CountyImportRepository) private readonly imports: CountyImportRepository,
    @Inject(CountyReading) private readonly reading: CountyReading,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.imports.closeInterrupted();
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.running);
  }

  /** Reads the file in the background; its record `id` is there already. */
  begin(id: string, fileId: string, content: Readable): void {
    const run = this.read(id, content)
      .catch((error: unknown) => this.refuse(id, error))
      .finally(() => content.destroy())
      .finally(() => this.uploads.discard(fileId))
      .finally(() => this.running.delete(run));
    this.running.add(run);
  }

  private async read(id: string, content: Readable): Promise<void> {
    let reported = 0;
    let told: Promise<void> = Promise.resolve();
    const read = await this.reading.read(content, (line) => {
      if (line < reported + linesPerReport) return;
      reported = line;
      told = told
        .then(() => this.imports.save(id, { linesRead: line }))
        .catch((error: unknown) => this.note(id, error));
    });
    await told;
    await this.imports.save(id, { ...read, state: 'done', endedAt: new Date() });
  }

  private async refuse(id: string, error: unknown): Promise<void> {
    if (!(error instanceof FileRefused)) this.logger.error({ err: error, importId: id }, 'a county import failed');
    const problems =
      error instanceof FileRefused
        ? error.problems
        : [{ line: 0, problem: `the import failed and nothing was stored; give the number ${id} to your engineer` }];
    await this.imports
      .save(id, { state: 'refused', problems, endedAt: new Date() })
      .catch((fault: unknown) => this.note(id, fault));
  }

  private note(importId: string, error: unknown): void {
    this.logger.error({ err: error, importId }, 'the state of an import could not be saved');
  }
}
