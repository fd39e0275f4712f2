import type { Caller } from '@jingzhun/access';
import { Database, once } from '@jingzhun/database';
import { InvalidInput, NotFound } from '@jingzhun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SeatHolder } from './meeting.queries';
import { RepresentativeRepository } from './representative.repository';

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
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RepresentativeRepository) private readonly representatives: RepresentativeRepository,
  ) {}

  /** Null outside the caller's area. */
  of(caller: Caller, villageCode: string): Promise<VillageRepresentatives | null> {
    return this.database.read(caller, async (tx) =>
      (await this.representatives.isVillage(tx, villageCode)) ? this.shown(tx, villageCode) : null,
    );
  }

  /** @throws NotFound, InvalidInput */
  set(caller: Caller, { key, ...asked }: SetRepresentatives): Promise<VillageRepresentatives> {
    const { villageCode } = asked;
    const memberIds = [...new Set(asked.memberIds)];
    return this.database.transaction(caller, (tx) =>
      once(tx, { accountId: caller.accountId, key, payload: asked }, async () => {
        if (!(await this.representatives.isVillage(tx, villageCode)))
          throw new NotFound('There is no such village in your area.', 'villageCode');
        const known = await this.representatives.membersAmong(tx, villageCode, memberIds);
        const stranger = memberIds.find((id) => !known.has(id));
        if (stranger !== undefined) throw new InvalidInput(`${stranger} is no member of this village.`, 'memberIds');
        await this.representatives.replace(tx, villageCode, memberIds, caller.personId);
        return this.shown(tx, villageCode);
      }),
    );
  }

  private async shown(tx: EntityManager, villageCode: string): Promise<VillageRepresentatives> {
    const members = await this.representatives.of(tx, villageCode);
    return { villageCode, members: members.map(({ id, name }) => ({ personId: id, name, recusedFrom: [] })) };
  }
}
