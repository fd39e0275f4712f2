import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { StandingCase } from '../case/case.service';
import type { AuditAsked } from './audit.rules';

@Injectable()
export class AuditRepository {
  async add(
    tx: EntityManager,
    cases: readonly StandingCase[],
    audits: readonly AuditAsked[],
    { personId, at }: { personId: string; at: Date },
  ): Promise<void> {
    const said = new Map(audits.map((audit) => [audit.householdId, audit]));
    const column = <T>(of: (household: StandingCase) => T) => cases.map(of);
    await tx.query(
      `INSERT INTO audit (household_id, area_code, stage, round, verdict, reason, audited_at, audited_by)
       SELECT *, $7, $8 FROM unnest($1::uuid[], $2::text[], $3::text[], $4::int[], $5::text[], $6::text[])`,
      [
        column(({ id }) => id),
        column(({ areaCode }) => areaCode),
        column(({ atStage }) => atStage.key),
        column(({ round }) => round),
        column(({ id }) => said.get(id)?.verdict),
        column(({ id }) => said.get(id)?.reason ?? null),
        at,
        personId,
      ],
    );
  }
}
