import type { Caller } from '@jingzhun/access';
import { Database } from '@jingzhun/database';
import { isUuid } from '@jingzhun/kernel';
import { pageFrom, type Page } from '@jingzhun/subgraph';
import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { ChangeRequestState } from './change-request.rules';
import { ChangeRequestRow } from './change-request.entity';
import type { ChangeKind } from './proposal';

export interface ChangeRequestFilter {
  areaCode?: string | null;
  householdId?: string | null;
  kind?: ChangeKind | null;
  state?: ChangeRequestState | null;
}

const concerns = '(household_id = :householdId OR other_household_id = :householdId)';

@Injectable()
export class ChangeRequestQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  page(
    caller: Caller,
    { areaCode, householdId, kind, state }: ChangeRequestFilter,
    first: number,
    after?: string | null,
  ): Promise<Page<ChangeRequestRow>> {
    return this.database.read(caller, async (tx) => {
      const matching = tx.getRepository(ChangeRequestRow).createQueryBuilder('request').where('true');
      if (areaCode) matching.andWhere('area_code ^@ :areaCode', { areaCode });
      if (householdId) matching.andWhere(concerns, { householdId: isUuid(householdId) ? householdId : null });
      if (kind) matching.andWhere('kind = :kind', { kind });
      if (state) matching.andWhere('state = :state', { state });
      return pageFrom(matching, { by: ['requested_at', 'id'], first, after }, (row) => [
        row.requestedAt.toISOString(),
        row.id,
      ]);
    });
  }

  async byIds(caller: Caller, ids: readonly string[]): Promise<Map<string, ChangeRequestRow>> {
    const rows = await this.database.read(caller, (tx) =>
      tx.getRepository(ChangeRequestRow).findBy({ id: In(ids.filter(isUuid)) }),
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** The requests of each household, as the one that is changed or the one that takes members in. */
  async ofHouseholds(caller: Caller, householdIds: readonly string[]): Promise<Map<string, ChangeRequestRow[]>> {
    const rows = await this.database.read(caller, (tx) =>
      tx.getRepository(ChangeRequestRow).find({
        where: [{ householdId: In([...householdIds]) }, { otherHouseholdId: In([...householdIds]) }],
        order: { requestedAt: 'ASC', id: 'ASC' },
      }),
    );
    return new Map(
      householdIds.map((id) => [id, rows.filter((row) => row.householdId === id || row.otherHouseholdId === id)]),
    );
  }
}
