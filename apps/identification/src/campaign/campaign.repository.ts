import type { Profile } from '@jingzhun/identification-rules';
import { isUuid, NotFound } from '@jingzhun/kernel';
import { guardedUpdate } from '@jingzhun/database';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CampaignRow } from './campaign.entity';

/** The campaign's row. One installation runs one county's campaign. */
@Injectable()
export class CampaignRepository {
  find(tx: EntityManager): Promise<CampaignRow | null> {
    return tx.getRepository(CampaignRow).findOne({ where: {}, order: { id: 'ASC' } });
  }

  async get(tx: EntityManager, id: string): Promise<CampaignRow> {
    const row = isUuid(id) ? await tx.getRepository(CampaignRow).findOneBy({ id }) : null;
    if (!row) throw new NotFound('There is no such campaign.', 'campaignId');
    return row;
  }

  async open(
    tx: EntityManager,
    campaign: CampaignRow,
    version: number,
    profile: Profile,
    at: Date,
  ): Promise<CampaignRow> {
    const newVersion = await guardedUpdate(tx, 'campaign', campaign.id, version, {
      state: 'open',
      profile: JSON.stringify(profile),
      opened_at: at,
    });
    return { ...campaign, version: newVersion, state: 'open', profile, openedAt: at };
  }
}
