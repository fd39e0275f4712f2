import type { Caller } from '@jingzhun/access';
import { Database, once } from '@jingzhun/database';
import { Inject, Injectable } from '@nestjs/common';
import { CaseService } from '../case/case.service';
import { ScoreSheetRepository } from '../score-sheet/score-sheet.repository';
import { EntryRepository } from './entry.repository';
import { assertBatch, assertTotals, type EntryAsked } from './entry.rules';

export interface RecordEntries {
  key: string;
  entries: EntryAsked[];
}

export interface EntriesRecorded {
  entered: number;
  householdIds: string[];
}

@Injectable()
export class EntryService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CaseService) private readonly cases: CaseService,
    @Inject(ScoreSheetRepository) private readonly sheets: ScoreSheetRepository,
    @Inject(EntryRepository) private readonly entries: EntryRepository,
  ) {}

  async record(caller: Caller, { key, entries }: RecordEntries): Promise<EntriesRecorded> {
    assertBatch(entries);
    return this.database.transaction(caller, (tx) =>
      once(tx, { accountId: caller.accountId, key, payload: entries }, async () => {
        const { cases, at } = await this.cases.lockForStep(tx, 'entry', entries);
        const householdIds = entries.map(({ householdId }) => householdId);
        assertTotals(entries, await this.sheets.totals(tx, householdIds));
        await this.entries.add(tx, entries, caller.personId, at);
        const origin = { actor: caller.accountId, correlation: caller.requestId };
        await this.cases.completeAll(tx, cases, { origin, at });
        return { entered: householdIds.length, householdIds };
      }),
    );
  }
}
