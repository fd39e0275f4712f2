import { countyWide, Database } from '@jingzhun/database';
import { FileIntake, StoredFiles } from '@jingzhun/subgraph';
import { Inject, Injectable } from '@nestjs/common';
import { StoredFileRepository } from './stored-file.repository';

const batch = 500;

/**
 * Removes files that no record has named in time. First the row is marked, under its lock, which settles the race with a record
 * that names it just now; then the file goes, then the row. A process that falls in between leaves a marked row, and the next
 * run, anybody's, finishes.
 */
@Injectable()
export class OrphanFiles {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(StoredFiles) private readonly files: StoredFiles,
    @Inject(FileIntake) private readonly intake: FileIntake,
    @Inject(StoredFileRepository) private readonly repository: StoredFileRepository,
  ) {}

  /** Removes what came before `moment` and waits still. Answers how many files it removed. */
  async removeOlder(moment: Date): Promise<number> {
    await this.intake.discardOlder(moment);
    for (let removed = 0; ;) {
      const ids = await this.database.transaction(countyWide, async (tx) => {
        await this.repository.doom(tx, moment, batch);
        return this.repository.doomed(tx, batch);
      });
      if (ids.length === 0) return removed;
      for (const id of ids) {
        await this.files.remove(id);
        await this.database.transaction(countyWide, (tx) => this.repository.forget(tx, id));
      }
      removed += ids.length;
    }
  }
}
