import type { Calendar } from '@jingzhun/identification-rules';
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

  /** Opens a prepared campaign: new cases begin with the profile, on the calendar. */
  async open(
    tx: EntityManager,
    campaign: CampaignRow,
    version: number,
    { profileId, calendar, at }: { profileId: string; calendar: Calendar; at: Date },
  ): Promise<CampaignRow> {
    const newVersion = await guardedUpdate(tx, 'campaign', campaign.id, version, {
      state: 'open',
      profile_id: profileId,
      calendar: JSON.stringify(calendar),
      opened_at: at,
    });
    return { ...campaign, version: newVersion, state: 'open', profileId, calendar, openedAt: at };
  }

  async adopt(tx: EntityManager, campaign: CampaignRow, version: number, profileId: string): Promise<CampaignRow> {
    const newVersion = await guardedUpdate(tx, 'campaign', campaign.id, version, { profile_id: profileId });
    return { ...campaign, version: newVersion, profileId };
  }
}
