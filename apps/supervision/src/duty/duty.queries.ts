import type { Caller } from '@jingzhun/access';
import { Database } from '@jingzhun/database';
import { Inject, Injectable } from '@nestjs/common';

/** Who must act on a stage. Both ids are null when nobody is known to. */
export interface Owner {
  role: string;
  teamId: string | null;
  personId: string | null;
}

/** A role in an area, as `<area code> <role>`. */
export type DutyKey = `${string} ${string}`;

@Injectable()
export class DutyQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Who answers for each duty: the holder in the area itself, else in the nearest area above it. */
  async owners(caller: Caller, keys: readonly DutyKey[]): Promise<Map<DutyKey, Owner>> {
    const rows = await this.database.read(caller, (tx) =>
      tx.query<(Owner & { key: DutyKey })[]>(
        `SELECT asked.key, asked.role, holder.team_id AS "teamId", holder.person_id AS "personId"
           FROM (SELECT key, split_part(key, ' ', 1) AS area, split_part(key, ' ', 2) AS role
                   FROM unnest($1::text[]) AS key) AS asked
           LEFT JOIN LATERAL (
             SELECT team_id, person_id FROM duty
              WHERE duty.role = asked.role
                AND duty.area_code IN (asked.area, left(asked.area, 12), left(asked.area, 9), left(asked.area, 6))
              ORDER BY length(duty.area_code) DESC LIMIT 1
           ) AS holder ON true`,
        [keys],
      ),
    );
    return new Map(rows.map(({ key, ...owner }) => [key, owner]));
  }
}
