import { NotFound } from '@jingzhun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { HouseholdRow } from './household.entity';

@Injectable()
export class HouseholdRepository {
  /** @throws NotFound when it does not exist in the caller's area. */
  async get(tx: EntityManager, id: string): Promise<HouseholdRow> {
    const row = await tx.getRepository(HouseholdRow).findOneBy({ id });
    if (!row) throw new NotFound('There is no such household in your area.', 'householdId');
    return row;
  }
}
