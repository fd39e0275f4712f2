import type { Caller } from '@jingzhun/access';
import { areaSucceededV1 } from '@jingzhun/contracts/identification';
import { Database, once } from '@jingzhun/database';
import { emit } from '@jingzhun/outbox';
import { Inject, Injectable } from '@nestjs/common';
import { DuplicateRepository } from '../duplicate/duplicate.repository';
import { HouseholdMoves } from '../household/household-moves.repository';
import type { AreaRow } from './area.entity';
import { AreaRepository } from './area.repository';
import { mergedGroups, type MergerAsked } from './area.rules';

export interface MergeVillages extends MergerAsked {
  key: string;
}

export interface VillagesMerged {
  area: AreaRow;
  groups: number;
  households: number;
}

/** Changes of the hierarchy of areas. What has ended is kept; see docs/decisions/0010. */
@Injectable()
export class AreaMergerService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AreaRepository) private readonly areas: AreaRepository,
    @Inject(HouseholdMoves) private readonly moves: HouseholdMoves,
    @Inject(DuplicateRepository) private readonly duplicates: DuplicateRepository,
  ) {}

  /** @throws whatever `mergedGroups` throws, KeyReused */
  mergeVillages(caller: Caller, { key, ...asked }: MergeVillages): Promise<VillagesMerged> {
    const origin = { actor: caller.accountId, correlation: caller.requestId };
    return this.database.transaction(caller, (tx) =>
      once(tx, { accountId: caller.accountId, key, payload: asked }, async () => {
        const groups = mergedGroups(asked, await this.areas.ground(tx, asked));
        const at = new Date();
        await this.areas.succeed(tx, asked, groups, { at, by: caller.accountId, document: asked.document });
        const successions = groups.map(({ code, successor }) => ({ from: code, to: successor.code }));
        const households = await this.moves.moveGroups(tx, successions, { origin, at, cause: 'villagesMerged' });
        await this.duplicates.raiseWithin(tx, asked.code);
        await this.duplicates.relocate(tx);
        const ended = [...asked.villages.map((from) => ({ from, to: asked.code })), ...successions];
        await emit(
          tx,
          origin,
          areaSucceededV1,
          ended.map(({ from, to }) => ({
            key: from,
            data: { areaCode: from, successorCode: to, succeededAt: at.toISOString() },
          })),
        );
        return { area: await this.areas.get(tx, asked.code), groups: groups.length, households };
      }),
    );
  }
}
