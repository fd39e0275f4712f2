import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { EntryAsked } from './entry.rules';

@Injectable()
export class EntryRepository {
  async add(tx: EntityManager, entries: readonly EntryAsked[], personId: string, at: Date): Promise<void> {
    await tx.query(
      `INSERT INTO entry (household_id, area_code, total, vetoed, veto_reason, entered_at, entered_by)
       SELECT asked.id, household.area_code, asked.total, asked.vetoed, asked.reason, $5, $6
         FROM unnest($1::uuid[], $2::int[], $3::boolean[], $4::text[]) AS asked (id, total, vetoed, reason)
         JOIN household ON household.id = asked.id`,
      [
        entries.map((entry) => entry.householdId),
        entries.map((entry) => entry.total ?? null),
        entries.map((entry) => entry.vetoed),
        entries.map((entry) => (entry.vetoed ? entry.vetoReason : null)),
        at,
        personId,
      ],
    );
  }
}
