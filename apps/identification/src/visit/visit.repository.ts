import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { OpenCase } from '../case/case.rules';
import type { VisitAsked } from './visit.rules';

@Injectable()
export class VisitRepository {
  async add(tx: EntityManager, household: OpenCase, visit: VisitAsked, personId: string, at: Date): Promise<void> {
    await tx.query(
      `INSERT INTO visit (household_id, area_code, round, visited_at, recorded_at, recorded_by, persons_present, observation)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        household.id,
        household.areaCode,
        household.round,
        visit.visitedAt,
        at,
        personId,
        visit.personsPresent,
        visit.observation,
      ],
    );
  }
}
