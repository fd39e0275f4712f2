import type { Caller } from '@jingzhun/access';
import { Database, once } from '@jingzhun/database';
import { InvalidInput, isUuid, NotFound } from '@jingzhun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { AreaRow } from '../area/area.entity';
import { MemberRow } from '../household/member.entity';
import { In, type EntityManager } from 'typeorm';
import type { SeatHolder } from './meeting.queries';

export interface SetRepresentatives {
  key: string;
  villageCode: string;
  memberIds: string[];
}

export interface VillageRepresentatives {
  villageCode: string;
  members: SeatHolder[];
}

/** 村民代表: who sits in a village's meeting. */
@Injectable()
export class RepresentativeService {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Null outside the caller's area. */
  of(caller: Caller, villageCode: string): Promise<VillageRepresentatives | null> {
    return this.database.read(caller, async (tx) =>
      (await this.village(tx, villageCode)) ? this.shown(tx, villageCode) : null,
    );
  }

  /** @throws NotFound, InvalidInput */
  set(caller: Caller, { key, ...asked }: SetRepresentatives): Promise<VillageRepresentatives> {
    const { villageCode } = asked;
    const memberIds = [...new Set(asked.memberIds)];
    return this.database.transaction(caller, (tx) =>
      once(tx, { accountId: caller.accountId, key, payload: asked }, async () => {
        if (!(await this.village(tx, villageCode)))
          throw new NotFound('There is no such village in your area.', 'villageCode');
        // One list at a time for a village.
        await tx.query(`SELECT FROM area WHERE code = $1 FOR UPDATE`, [villageCode]);
        await this.assertMembers(tx, villageCode, memberIds);
        await tx.query(`DELETE FROM village_representative WHERE area_code = $1 OR member_id = ANY ($2)`, [
          villageCode,
          memberIds,
        ]);
        await tx.query(
          `INSERT INTO village_representative (member_id, area_code, set_at, set_by)
           SELECT id, $2, clock_timestamp(), $3::uuid FROM unnest($1::uuid[]) AS id`,
          [memberIds, villageCode, caller.personId],
        );
        return this.shown(tx, villageCode);
      }),
    );
  }

  private village(tx: EntityManager, code: string): Promise<boolean> {
    return tx.getRepository(AreaRow).existsBy({ code, level: 'village' });
  }

  private async assertMembers(tx: EntityManager, villageCode: string, memberIds: readonly string[]): Promise<void> {
    const rows = await tx.query<{ id: string }[]>(`SELECT id FROM member WHERE id = ANY ($1) AND area_code ^@ $2`, [
      memberIds.filter(isUuid),
      villageCode,
    ]);
    const known = new Set(rows.map(({ id }) => id));
    const stranger = memberIds.find((id) => !known.has(id));
    if (stranger !== undefined) throw new InvalidInput(`${stranger} is no member of this village.`, 'memberIds');
  }

  private async shown(tx: EntityManager, villageCode: string): Promise<VillageRepresentatives> {
    const rows = await tx.query<{ id: string }[]>(
      `SELECT member_id AS id FROM village_representative WHERE area_code = $1`,
      [villageCode],
    );
    const members = await tx
      .getRepository(MemberRow)
      .find({ where: { id: In(rows.map(({ id }) => id)) }, order: { id: 'ASC' } });
    return { villageCode, members: members.map(({ id, name }) => ({ personId: id, name, recusedFrom: [] })) };
  }
}
