import { isUuid } from '@jingzhun/kernel';
import { randomUUID } from 'node:crypto';
import type { Caller } from '@jingzhun/access';
import { countyWide, Database, once } from '@jingzhun/database';
import type { Clock } from '@jingzhun/kernel';
import { Uploads } from '@jingzhun/subgraph';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { CLOCK } from '../clock.module';
import type { ImportStaffInput } from '../graph.generated';
import type { StaffImportRow } from './staff-import.entity';
import { StaffImportRepository } from './staff-import.repository';
import { StaffImportRunner } from './staff-import.runner';

/** Starts imports and tells how far they are. An import outlives the request that asked for it, and a restart. */
@Injectable()
export class StaffImportService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  /** One after another, so that an import never waits for connections that other imports hold. */
  private queue = Promise.resolve();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(StaffImportRepository) private readonly imports: StaffImportRepository,
    @Inject(StaffImportRunner) private readonly runner: StaffImportRunner,
    @Inject(Uploads) private readonly uploads: Uploads,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Takes up again what a stopped process left. */
  async onApplicationBootstrap(): Promise<void> {
    const left = await this.database.read(countyWide, (tx) => this.imports.running(tx));
    for (const row of left) this.runInBackground(row);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.queue;
  }

  async find(caller: Caller, id: string): Promise<StaffImportRow | null> {
    return isUuid(id) ? this.database.read(caller, (tx) => this.imports.find(tx, id)) : null;
  }

  /** Answers at once with the import's record; `find` tells how far it is. */
  async start(caller: Caller, { key, fileId }: ImportStaffInput): Promise<StaffImportRow> {
    const { accountId, areas, requestId } = caller;
    let started: StaffImportRow | undefined;
    const answer = await this.database.transaction(caller, (tx) =>
      once(tx, { accountId, key, payload: { importStaff: fileId } }, async () => {
        (await this.uploads.open(fileId)).destroy();
        started = newImport({ fileId, accountId, areas, requestId, startedAt: this.clock.now() });
        await this.imports.add(tx, started);
        return started;
      }),
    );
    if (started) this.runInBackground(started);
    return answer;
  }

  private runInBackground(row: StaffImportRow): void {
    this.queue = this.queue.then(() => this.runner.run(row));
  }
}

function newImport(
  given: Pick<StaffImportRow, 'fileId' | 'accountId' | 'areas' | 'requestId' | 'startedAt'>,
): StaffImportRow {
  return { id: randomUUID(), state: 'running', linesRead: 0, problems: [], counts: null, endedAt: null, ...given };
}
