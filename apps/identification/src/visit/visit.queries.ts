import type { Caller } from '@jingzhun/access';
import { Database } from '@jingzhun/database';
import { pageOf, readCursor, type Page } from '@jingzhun/subgraph';
import { Inject, Injectable } from '@nestjs/common';
import { ObservationRepository } from '../observation/observation.repository';
import { changesIn, type FactChange } from '../observation/observation.rules';
import { VisitRepository, type AttemptRow, type LateVisitRow, type VisitRow } from './visit.repository';

export interface LateVisitFilter {
  areaCode?: string | null;
  decided?: boolean | null;
}

/** What teams recorded, for screens. */
@Injectable()
export class VisitQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(VisitRepository) private readonly visits: VisitRepository,
    @Inject(ObservationRepository) private readonly observations: ObservationRepository,
  ) {}

  async ofHouseholds(caller: Caller, householdIds: readonly string[]): Promise<Map<string, VisitRow[]>> {
    return byHousehold(await this.database.read(caller, (tx) => this.visits.ofHouseholds(tx, householdIds)));
  }

  async attempts(caller: Caller, householdIds: readonly string[]): Promise<Map<string, AttemptRow[]>> {
    return byHousehold(await this.database.read(caller, (tx) => this.visits.attemptsOf(tx, householdIds)));
  }

  late(caller: Caller, filter: LateVisitFilter, first: number, after?: string | null): Promise<Page<LateVisitRow>> {
    return this.database.read(caller, async (tx) => {
      const cursor = readCursor(after, 2);
      const { areaCode, decided } = filter;
      const { rows, totalCount } = await this.visits.lateVisits(
        tx,
        { ...(areaCode && { areaCode }), decided: decided ?? null },
        first,
        cursor,
      );
      return pageOf(rows, first, totalCount, (row) => [row.areaCode, row.visitId]);
    });
  }

  /** What a late visit says otherwise than what is known now; once it was taken, what it changed. */
  async changes(caller: Caller, late: LateVisitRow): Promise<FactChange[]> {
    if (late.changes) return late.changes;
    const known = await this.database.read(caller, (tx) => this.observations.known(tx, [late.householdId]));
    return changesIn(known, late.observations);
  }
}

function byHousehold<Row extends { householdId: string }>(rows: Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) found.set(row.householdId, [...(found.get(row.householdId) ?? []), row]);
  return found;
}
