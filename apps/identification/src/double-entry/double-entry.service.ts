import type { Caller } from '@jingzhun/access';
import { Database, once } from '@jingzhun/database';
import { drawSample } from '@jingzhun/identification-rules';
import { covers, NotFound } from '@jingzhun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { RunningCampaign } from '../campaign/running-campaign';
import { CaseService } from '../case/case.service';
import type { DoubleEntryDrawRow } from './double-entry-draw.entity';
import { NothingToDraw } from './double-entry.errors';
import { DoubleEntryRepository } from './double-entry.repository';
import {
  assertMayEnter,
  assertSecondBatch,
  differencesBetween,
  secondOf,
  termsOf,
  type SecondEntry,
} from './double-entry.rules';

export interface DrawDoubleEntries {
  key: string;
  areaCode: string;
}

export interface RecordSecondEntries {
  key: string;
  entries: SecondEntry[];
}

export interface SecondEntriesRecorded {
  agreed: number;
  differing: number;
}

/** Entries are keyed in a second time by another clerk, who does not see the first. */
@Injectable()
export class DoubleEntryService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RunningCampaign) private readonly campaign: RunningCampaign,
    @Inject(CaseService) private readonly cases: CaseService,
    @Inject(DoubleEntryRepository) private readonly checks: DoubleEntryRepository,
  ) {}

  /** Draws from the entries that no draw has covered. The seed is made here, so that nobody can choose one to his liking. */
  async draw(caller: Caller, { key, areaCode }: DrawDoubleEntries): Promise<DoubleEntryDrawRow> {
    const { sample } = termsOf((await this.campaign.profile()).doubleEntry);
    return this.database.transaction(caller, (tx) =>
      once(tx, { accountId: caller.accountId, key, payload: { areaCode } }, async () => {
        if (!covers(caller.areas, areaCode)) throw new NotFound('There is no such area in your area.', 'areaCode');
        const population = await this.checks.lockUncovered(tx, areaCode);
        if (population.length === 0)
          throw new NothingToDraw('All entries of the area were covered by a draw.', 'areaCode');
        const seed = randomBytes(16).toString('hex');
        const drawn = drawSample(sample, seed, population).flatMap(({ ids }) => ids);
        const drawnAt = await this.cases.moment(tx);
        const covered = population.map(({ id }) => id);
        return this.checks.addDraw(tx, { areaCode, seed, sample, drawnAt, drawnBy: caller.personId }, covered, drawn);
      }),
    );
  }

  /** Keeps second entries, all or none; answers how many agree with the first ones, not which. */
  async record(caller: Caller, { key, entries }: RecordSecondEntries): Promise<SecondEntriesRecorded> {
    assertSecondBatch(entries);
    const terms = termsOf((await this.campaign.profile()).doubleEntry);
    return this.database.transaction(caller, (tx) =>
      once(tx, { accountId: caller.accountId, key, payload: entries }, async () => {
        const first = await this.checks.lockDrawn(
          tx,
          entries.map(({ householdId }) => householdId),
        );
        const second = entries.map((entry) => secondOf(entry, caller.personId));
        assertMayEnter(first, second);
        const differences = differencesBetween(terms, first, second);
        await this.checks.addSecond(tx, second, differences, await this.cases.moment(tx));
        const differing = new Set(differences.map(({ householdId }) => householdId)).size;
        return { agreed: entries.length - differing, differing };
      }),
    );
  }
}
