import type { Calendar, Profile, Terms } from '@jingzhun/identification-rules';
import { isUuid, NotFound } from '@jingzhun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ProfileRow } from './profile.entity';

/** Terms that no longer change, on the calendar of the campaign: what a case is decided by. */
export interface FrozenProfile extends Profile {
  id: string;
}

@Injectable()
export class ProfileRepository {
  /** All versions of all profiles: the keys in their order, the newest version of each first. */
  all(tx: EntityManager): Promise<ProfileRow[]> {
    return tx.getRepository(ProfileRow).find({ order: { key: 'ASC', version: 'DESC' } });
  }

  async find(tx: EntityManager, id: string): Promise<ProfileRow | null> {
    return isUuid(id) ? tx.getRepository(ProfileRow).findOneBy({ id }) : null;
  }

  /** @throws NotFound */
  async get(tx: EntityManager, id: string, field: string): Promise<ProfileRow> {
    const row = await this.find(tx, id);
    if (!row) throw new NotFound('There is no such profile.', field);
    return row;
  }

  /** The newest version; its row is locked, so that two savings of one key come one after the other. */
  lockNewest(tx: EntityManager, key: string): Promise<ProfileRow | null> {
    return tx
      .getRepository(ProfileRow)
      .findOne({ where: { key }, order: { version: 'DESC' }, lock: { mode: 'pessimistic_write' } });
  }

  /** @throws NotFound */
  async lockNewestOrRefuse(tx: EntityManager, key: string): Promise<ProfileRow> {
    const row = await this.lockNewest(tx, key);
    if (row) return row;
    const known = [...new Set((await this.all(tx)).map((profile) => profile.key))];
    throw new NotFound(`There is no profile ${key}; there are ${known.join(', ')}.`, 'profile');
  }

  async save(tx: EntityManager, row: Omit<ProfileRow, 'frozenAt'>): Promise<ProfileRow> {
    await tx.query(
      `INSERT INTO profile (id, key, version, terms, saved_at, saved_by) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (key, version) DO UPDATE
             SET terms = EXCLUDED.terms, saved_at = EXCLUDED.saved_at, saved_by = EXCLUDED.saved_by
           WHERE profile.frozen_at IS NULL`,
      [row.id, row.key, row.version, JSON.stringify(row.terms), row.savedAt, row.savedBy],
    );
    return tx.getRepository(ProfileRow).findOneByOrFail({ key: row.key, version: row.version });
  }

  async freeze(tx: EntityManager, id: string, at: Date): Promise<void> {
    await tx.query(`UPDATE profile SET frozen_at = coalesce(frozen_at, $2) WHERE id = $1`, [id, at]);
  }

  /** A frozen profile on the campaign's calendar. */
  async frozen(tx: EntityManager, id: string): Promise<FrozenProfile> {
    const [row] = await tx.query<{ terms: Terms; calendar: Calendar }[]>(
      `SELECT profile.terms, campaign.calendar FROM profile, campaign
        WHERE profile.id = $1 AND profile.frozen_at IS NOT NULL AND campaign.calendar IS NOT NULL`,
      [id],
    );
    if (!row) throw new Error(`no case can run by profile ${id}: it is not frozen, or no campaign is open`);
    return { ...row.terms, id, calendar: row.calendar };
  }
}
