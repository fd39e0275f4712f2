import { randomUUID } from 'node:crypto';
import { assignmentChangedV1 } from '@jingzhun/contracts/organization';
import { Database } from '@jingzhun/database';
import { isRefusal, type Clock } from '@jingzhun/kernel';
import { LOGGER, type Logger } from '@jingzhun/observability';
import { emit } from '@jingzhun/outbox';
import { Uploads } from '@jingzhun/subgraph';
import { Inject, Injectable } from '@nestjs/common';
import { assignmentChanged } from '../assignment/assignment.event';
import { CLOCK } from '../clock.module';
import { readStaffFile } from './read-staff-file';
import { StaffFile } from './staff-file';
import type { StaffImportRow } from './staff-import.entity';
import { StaffImportRepository, type Transaction } from './staff-import.repository';
import type { StaffRows } from './staff-rows';

/** Reads a staff file into the tables: everything in one transaction, or nothing. */
@Injectable()
export class StaffImportRunner {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(StaffImportRepository) private readonly imports: StaffImportRepository,
    @Inject(Uploads) private readonly uploads: Uploads,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Ends with the import done, refused or failed, whatever happens; one that has ended already is left alone. */
  async run(row: StaffImportRow): Promise<void> {
    try {
      await this.database.transaction(row, async (tx) => {
        await this.imports.waitForTurn(tx);
        const waiting = await this.imports.find(tx, row.id);
        if (waiting?.state === 'running') await this.take(tx, row);
      });
      await this.uploads.discard(row.fileId);
    } catch (error) {
      this.logger.error({ err: error, importId: row.id }, 'a staff import broke off');
      const problem = isRefusal(error) ? error.message : 'broken off on our side';
      const endedAt = this.clock.now();
      await this.imports
        .report(row.id, { state: 'failed', problems: [{ line: 0, problem }], endedAt })
        .catch(() => undefined);
    }
  }

  private async take(tx: Transaction, { id, fileId, areas, accountId, requestId }: StaffImportRow): Promise<void> {
    const file = new StaffFile(await this.imports.known(), areas, randomUUID);
    const content = await this.uploads.open(fileId);
    const report = (linesRead: number) => this.imports.report(id, { linesRead });
    const { linesRead, problems } = await readStaffFile(content, file, report);
    const endedAt = this.clock.now();
    if (problems.length > 0) {
      await this.imports.save(tx, id, { state: 'refused', linesRead, problems, endedAt });
      return;
    }
    const rows = file.rows();
    const counts = await this.imports.store(tx, rows, endedAt);
    const origin = { actor: accountId, correlation: requestId };
    await emit(
      tx,
      origin,
      assignmentChangedV1,
      rows.assignments.map((assignment) => eventOf(assignment, endedAt)),
    );
    await this.imports.save(tx, id, { state: 'done', linesRead, counts, endedAt });
  }
}

function eventOf({ leaderId, ...assignment }: StaffRows['assignments'][number], changedAt: Date) {
  return assignmentChanged({ ...assignment, version: 1, changedAt }, leaderId);
}
