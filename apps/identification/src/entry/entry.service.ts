import type { Caller } from '@jingzhun/access';
import { Database, once } from '@jingzhun/database';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CaseService } from '../case/case.service';
import { ScoreSheetRepository } from '../score-sheet/score-sheet.repository';
import { VetoRepository } from '../veto/veto.repository';
import { vetoedByHousehold } from '../veto/veto.rules';
import { EntryRepository } from './entry.repository';
import { assertAgrees, assertBatch, type EntryAsked } from './entry.rules';

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
    @Inject(VetoRepository) private readonly vetoes: VetoRepository,
    @Inject(EntryRepository) private readonly entries: EntryRepository,
  ) {}

  async record(caller: Caller, { key, entries }: RecordEntries): Promise<EntriesRecorded> {
    assertBatch(entries);
    return this.database.transaction(caller, (tx) =>
      once(tx, { accountId: caller.accountId, key, payload: entries }, async () => {
        await this.enter(tx, caller, entries);
        return { entered: entries.length, householdIds: entries.map(({ householdId }) => householdId) };
      }),
    );
  }

  /**
   * Enters households in the caller's transaction, all or none, however many they are: every statement is for all of them.
   * @throws NotFound, NotAtStage, StaleVersion, EntryDiffers
   */
  async enter(tx: EntityManager, caller: Caller, entries: readonly EntryAsked[]): Promise<void> {
    const { cases, at } = await this.cases.lockForStep(tx, 'entry', entries);
    const householdIds = entries.map(({ householdId }) => householdId);
    const totals = await this.sheets.totals(tx, householdIds);
    assertAgrees(entries, totals, vetoedByHousehold(await this.vetoes.ofHouseholds(tx, householdIds)));
    await this.entries.add(tx, entries, caller.personId, at);
    const origin = { actor: caller.accountId, correlation: caller.requestId };
    await this.cases.completeAll(tx, cases, { origin, at });
  }
}
