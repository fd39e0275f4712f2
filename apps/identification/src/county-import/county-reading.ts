import { countyWide, Database } from '@jingzhun/database';
import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { DuplicateRepository } from '../duplicate/duplicate.repository';
import { IdentityNumbers } from '../identity-number/identity-numbers';
import { CountyFile } from './county-file';
import type { ImportProblem } from './county-import.entity';
import { FileRefused } from './county-import.errors';
import { CountyImportRepository } from './county-import.repository';
import { csvRecords, NotCsv } from './csv-records';
import { RegisterPieces } from './register-pieces';

/** What a county file brought. */
export interface CountyRead {
  campaignId: string;
  linesRead: number;
  /** Members who may be one person with somebody in another household. */
  duplicateLeads: number;
}

const reportedProblems = 100;
/** Rows that go to the database at once: many enough for its sake, few enough to be held while the next ones are sealed. */
const rowsPerPiece = 4_000;

/**
 * Reads a county file into the register in one transaction: all of it, or nothing when any line is wrong. While the database
 * stores a piece, the next one is read, checked and sealed.
 */
@Injectable()
export class CountyReading {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CountyImportRepository) private readonly imports: CountyImportRepository,
    @Inject(DuplicateRepository) private readonly duplicates: DuplicateRepository,
    @Inject(IdentityNumbers) private readonly numbers: IdentityNumbers,
  ) {}

  /**
   * @param onProgress is told the line that was reached, now and then
   * @throws FileRefused with everything that was wrong, up to a hundred lines
   */
  read(content: Readable, onProgress: (line: number) => void): Promise<CountyRead> {
    return this.database.transaction(countyWide, async (tx) => {
      const file = new CountyFile();
      const linesRead = await this.store(tx, content, file, onProgress);
      const campaignId = randomUUID();
      await this.imports.addCampaign(tx, { id: campaignId, name: file.name, areaCode: file.areaCode });
      const duplicateLeads = await this.duplicates.raiseWithin(tx, file.areaCode);
      return { campaignId, linesRead, duplicateLeads };
    });
  }

  private async store(
    tx: EntityManager,
    content: Readable,
    file: CountyFile,
    onProgress: (line: number) => void,
  ): Promise<number> {
    const pieces = new RegisterPieces(this.numbers, (group) => file.inPoorVillage(group));
    const problems: ImportProblem[] = [];
    let line = 0;
    let stored: Promise<void> = Promise.resolve();
    try {
      for await (const records of csvRecords(content)) {
        for (const record of records) {
          line = record.line;
          const problem = file.take(record.cells);
          if (problem) problems.push({ line, problem });
          else if (problems.length === 0) pieces.add(record.cells);
          if (problems.length >= reportedProblems) throw new FileRefused(problems);
        }
        // Lets out what is on its way to the database, and others have their turn.
        await setImmediate();
        if (problems.length > 0 || pieces.size < rowsPerPiece) continue;
        onProgress(line);
        await stored;
        stored = this.imports.store(tx, pieces.take());
        // Its failure is seen where it is waited for; until then it must not end the process.
        stored.catch(() => undefined);
      }
    } catch (error) {
      await stored;
      if (!(error instanceof NotCsv)) throw error;
      problems.push({ line: error.line, problem: `not readable as CSV: ${error.message}` });
    }
    await stored;
    const missing = problems.length === 0 ? file.missing() : undefined;
    if (missing) problems.push({ line, problem: missing });
    if (problems.length > 0) throw new FileRefused(problems);
    await this.imports.store(tx, pieces.take());
    return line;
  }
}
