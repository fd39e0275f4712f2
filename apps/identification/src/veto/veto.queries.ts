import type { Caller } from '@jingzhun/access';
import { Database } from '@jingzhun/database';
import { suggestedVetoes, type VetoSuggestion } from '@jingzhun/identification-rules';
import { pageOf, readCursor, type Page } from '@jingzhun/subgraph';
import { Inject, Injectable } from '@nestjs/common';
import { HouseholdFacts } from '../observation/household-facts';
import { ObservationRepository } from '../observation/observation.repository';
import { FrozenProfiles } from '../profile/frozen-profiles';
import { VetoRepository, type VetoFilter, type VetoRow } from './veto.repository';

export interface ShownSuggestion extends VetoSuggestion {
  condition: string;
}

/** Vetoes for screens. */
@Injectable()
export class VetoQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(FrozenProfiles) private readonly profiles: FrozenProfiles,
    @Inject(HouseholdFacts) private readonly facts: HouseholdFacts,
    @Inject(ObservationRepository) private readonly observations: ObservationRepository,
    @Inject(VetoRepository) private readonly vetoes: VetoRepository,
  ) {}

  page(caller: Caller, filter: VetoFilter, first: number, after?: string | null): Promise<Page<VetoRow>> {
    return this.database.read(caller, async (tx) => {
      const { rows, totalCount } = await this.vetoes.page(tx, filter, first, readCursor(after, 2));
      return pageOf(rows, first, totalCount, (row) => [row.areaCode, row.id]);
    });
  }

  async ofHouseholds(caller: Caller, householdIds: readonly string[]): Promise<Map<string, VetoRow[]>> {
    const rows = await this.database.read(caller, (tx) => this.vetoes.ofHouseholds(tx, householdIds));
    const found = new Map<string, VetoRow[]>();
    for (const row of rows) found.set(row.householdId, [...(found.get(row.householdId) ?? []), row]);
    return found;
  }

  /** What the facts of a household suggest. A suggestion vetoes nobody. */
  suggestions(caller: Caller, householdId: string): Promise<ShownSuggestion[]> {
    return this.database.read(caller, async (tx) => {
      const profileId = (await this.observations.profileIds(tx, [householdId])).get(householdId);
      const profile = profileId === undefined ? undefined : await this.profiles.of(profileId);
      if (!profile?.form || !profile.vetoes) return [];
      const { members, known } = await this.facts.of(tx, householdId, profile);
      return suggestedVetoes(profile.vetoes, profile.form, members, known).map((suggestion) => ({
        ...suggestion,
        condition: profile.vetoes!.find(({ key }) => key === suggestion.rule)?.condition.zh ?? suggestion.rule,
      }));
    });
  }
}
