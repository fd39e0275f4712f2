import type { Caller } from '@jingzhun/access';
import { Database } from '@jingzhun/database';
import { isUuid } from '@jingzhun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { ObservationRepository } from '../observation/observation.repository';
import { FrozenProfiles } from '../profile/frozen-profiles';
import { CardContent } from './card-content';
import { CardNotOffered } from './household-card.errors';
import type { ShownCard } from './household-card.view';

/** Cards for screens: as they would be saved now, and what was saved. */
@Injectable()
export class HouseholdCardQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(FrozenProfiles) private readonly profiles: FrozenProfiles,
    @Inject(ObservationRepository) private readonly observations: ObservationRepository,
    @Inject(CardContent) private readonly content: CardContent,
  ) {}

  /** Null where no card is offered, or there is no such household in the caller's area. */
  async find(caller: Caller, householdId: string): Promise<ShownCard | null> {
    if (!isUuid(householdId)) return null;
    return this.database.read(caller, async (tx) => {
      const profileId = (await this.observations.profileIds(tx, [householdId])).get(householdId);
      if (profileId === undefined) return null;
      try {
        return await this.content.shown(tx, householdId, await this.profiles.of(profileId));
      } catch (error) {
        if (error instanceof CardNotOffered) return null;
        throw error;
      }
    });
  }
}
