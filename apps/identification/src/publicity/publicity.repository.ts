import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PublicityRow } from './publicity.entity';

@Injectable()
export class PublicityRepository {
  async open(tx: EntityManager, sitting: { id: string; areaCode: string }, stage: string, at: Date): Promise<void> {
    await tx
      .getRepository(PublicityRow)
      .insert({ sittingId: sitting.id, areaCode: sitting.areaCode, stage, openedAt: at });
  }

  find(tx: EntityManager, sittingId: string): Promise<PublicityRow | null> {
    return tx.getRepository(PublicityRow).findOneBy({ sittingId });
  }

  async save(tx: EntityManager, sittingId: string, change: Partial<PublicityRow>): Promise<void> {
    await tx.getRepository(PublicityRow).update({ sittingId }, change);
  }
}
