import { isUuid } from '@jingzhun/kernel';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { AreaRow } from '../area/area.entity';
import { MemberRow } from '../household/member.entity';

@Injectable()
export class RepresentativeRepository {
  isVillage(tx: EntityManager, code: string): Promise<boolean> {
    return tx.getRepository(AreaRow).existsBy({ code, level: 'village' });
  }

  /** The village's representatives who are members of its households still, by their ids. */
  async of(tx: EntityManager, villageCode: string): Promise<MemberRow[]> {
    const rows = await tx.query<{ id: string }[]>(
      `SELECT member_id AS id FROM village_representative WHERE area_code = $1`,
      [villageCode],
    );
    return tx.getRepository(MemberRow).find({ where: { id: In(rows.map(({ id }) => id)) }, order: { id: 'ASC' } });
  }

  /** Which of them are members of the village's households. */
  async membersAmong(tx: EntityManager, villageCode: string, ids: readonly string[]): Promise<Set<string>> {
    const rows = await tx.query<{ id: string }[]>(`SELECT id FROM member WHERE id = ANY ($1) AND area_code ^@ $2`, [
      ids.filter(isUuid),
      villageCode,
    ]);
    return new Set(rows.map(({ id }) => id));
  }

  /** One list at a time for a village. */
  async replace(tx: EntityManager, villageCode: string, memberIds: readonly string[], by: string): Promise<void> {
    await tx.query(`SELECT FROM area WHERE code = $1 FOR UPDATE`, [villageCode]);
    await tx.query(`DELETE FROM village_representative WHERE area_code = $1`, [villageCode]);
    await tx.query(
      `INSERT INTO village_representative (member_id, area_code, set_at, set_by)
       SELECT id, $2, clock_timestamp(), $3::uuid FROM unnest($1::uuid[]) AS id`,
      [memberIds, villageCode, by],
    );
  }
}
