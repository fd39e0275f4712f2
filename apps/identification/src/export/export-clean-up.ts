import { LOGGER, RecurringWork, type Logger } from '@jingzhun/observability';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { ExportFiles } from './export-files';
import { ExportRepository } from './export.repository';

const hour = 3_600_000;

/** Leaves no file behind: of what was interrupted, at the start; of what has waited a day, once an hour. */
@Injectable()
export class ExportCleanUp implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly hourly = new RecurringWork(hour, () => this.clean());

  constructor(
    @Inject(ExportRepository) private readonly exports: ExportRepository,
    @Inject(ExportFiles) private readonly files: ExportFiles,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    for (const id of await this.exports.closeInterrupted()) await this.files.remove(id);
    this.hourly.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.hourly.stop();
  }

  async clean(): Promise<void> {
    try {
      for (const id of await this.exports.expire()) await this.files.remove(id);
    } catch (error) {
      this.logger.error({ err: error }, 'expired exports could not be removed');
    }
  }
}
