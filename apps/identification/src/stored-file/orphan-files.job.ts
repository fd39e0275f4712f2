import { LOGGER, RecurringWork, type Logger } from '@jingzhun/observability';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { OrphanFiles } from './orphan-files';

/** For how many hours a file waits for the record it belongs to, UNATTACHED_FILE_HOURS. */
export const unattachedFileHours = Symbol('unattached file hours');

const hour = 3_600_000;

/** Cleans up once an hour, in every replica; they do not stand in each other's way. */
@Injectable()
export class OrphanFilesJob implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly hourly = new RecurringWork(hour, () => this.clean());

  constructor(
    @Inject(OrphanFiles) private readonly orphans: OrphanFiles,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(unattachedFileHours) private readonly hours: number,
  ) {}

  onApplicationBootstrap(): void {
    this.hourly.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.hourly.stop();
  }

  private async clean(): Promise<void> {
    try {
      const removed = await this.orphans.removeOlder(new Date(Date.now() - this.hours * hour));
      if (removed > 0) this.logger.info({ removed }, 'files that no record named were removed');
    } catch (error) {
      this.logger.error({ err: error }, 'orphan files could not be removed');
    }
  }
}
