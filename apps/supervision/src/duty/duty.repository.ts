import type { Envelope } from '@jingzhun/contracts/envelope';
import type { AssignmentChanged } from '@jingzhun/contracts/organization';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

@Injectable()
export class DutyRepository {
  /** Changes of who answers for what; the latest stands, in whatever order they come. */
  async change(tx: EntityManager, events: readonly Envelope<AssignmentChanged>[]): Promise<void> {
    await tx.query(
      `INSERT INTO duty (area_code, role, team_id, person_id, changed_at, event_id)
       SELECT DISTINCT ON ("areaCode", role) "areaCode", role, "teamId", "personId", "changedAt", "eventId"
         FROM jsonb_to_recordset($1::jsonb) AS event
              ("areaCode" text, role text, "teamId" uuid, "personId" uuid, "changedAt" timestamptz, "eventId" uuid)
        ORDER BY "areaCode", role, "changedAt" DESC, "eventId" DESC
       ON CONFLICT (area_code, role) DO UPDATE SET
         team_id = EXCLUDED.team_id, person_id = EXCLUDED.person_id, changed_at = EXCLUDED.changed_at,
         event_id = EXCLUDED.event_id
        WHERE (EXCLUDED.changed_at, EXCLUDED.event_id) > (duty.changed_at, duty.event_id)`,
      [JSON.stringify(events.map(({ id, data }) => ({ ...data, eventId: id })))],
    );
  }
}
