import type { Caller } from '@jingzhun/access';
import { Database } from '@jingzhun/database';
import { pageOf, readCursor, type Page } from '@jingzhun/subgraph';
import { Inject, Injectable } from '@nestjs/common';
import { LeadRepository, type LeadFilter, type LeadRow } from './lead.repository';

/** Leads for screens. */
@Injectable()
export class LeadQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(LeadRepository) private readonly leads: LeadRepository,
  ) {}

  page(caller: Caller, filter: LeadFilter, first: number, after?: string | null): Promise<Page<LeadRow>> {
    return this.database.read(caller, async (tx) => {
      const { rows, totalCount } = await this.leads.page(tx, filter, first, readCursor(after, 2));
      return pageOf(rows, first, totalCount, (row) => [row.areaCode, row.id]);
    });
  }

  async ofHouseholds(caller: Caller, householdIds: readonly string[]): Promise<Map<string, LeadRow[]>> {
    const rows = await this.database.read(caller, (tx) => this.leads.ofHouseholds(tx, householdIds));
    const found = new Map<string, LeadRow[]>();
    for (const row of rows) found.set(row.householdId, [...(found.get(row.householdId) ?? []), row]);
    return found;
  }
}
