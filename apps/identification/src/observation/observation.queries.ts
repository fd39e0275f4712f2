import type { Caller } from '@jingzhun/access';
import { Database } from '@jingzhun/database';
import { missingFacts, type FactDefinition, type FactValue } from '@jingzhun/identification-rules';
import { isUuid } from '@jingzhun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { FrozenProfiles } from '../profile/frozen-profiles';
import { HouseholdFacts } from './household-facts';
import { ObservationRepository } from './observation.repository';
import { askedFacts } from './observation.rules';

export interface ShownObservation {
  fact: string;
  name: string;
  memberId: string | null;
  value: FactValue;
  observedAt: Date;
  recordedAt: Date;
  visitId: string | null;
  /** Not for neighbours. A fact that the profile does not know is taken for one. */
  isPrivate: boolean;
}

export interface MissingFact {
  fact: string;
  name: string;
  memberId: string | null;
}

/** What is known of households, and what is still to be asked, for screens. */
@Injectable()
export class ObservationQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(FrozenProfiles) private readonly profiles: FrozenProfiles,
    @Inject(ObservationRepository) private readonly observations: ObservationRepository,
    @Inject(HouseholdFacts) private readonly facts: HouseholdFacts,
  ) {}

  /** What is known of each household, by the keys of the facts. */
  async known(caller: Caller, householdIds: readonly string[]): Promise<Map<string, ShownObservation[]>> {
    const { profileIds, rows } = await this.database.read(caller, async (tx) => ({
      profileIds: await this.observations.profileIds(tx, householdIds),
      rows: await this.observations.known(tx, householdIds),
    }));
    const definitions = new Map<string, Map<string, FactDefinition>>();
    for (const profileId of new Set(profileIds.values())) {
      const facts = askedFacts(await this.profiles.of(profileId));
      definitions.set(profileId, new Map(facts.map((fact) => [fact.key, fact])));
    }
    const found = new Map<string, ShownObservation[]>();
    for (const { householdId, fact, member = null, value, observedAt, recordedAt, visitId } of rows) {
      const definition = definitions.get(profileIds.get(householdId) ?? '')?.get(fact);
      const shown = {
        fact,
        name: definition?.name.zh ?? fact,
        memberId: member,
        value,
        observedAt,
        recordedAt,
        visitId,
        isPrivate: definition?.sensitive !== 'none',
      };
      found.set(householdId, [...(found.get(householdId) ?? []), shown]);
    }
    return found;
  }

  /** Null where there is no such household in the caller's area, or households are not scored. */
  async missing(caller: Caller, householdId: string): Promise<MissingFact[] | null> {
    if (!isUuid(householdId)) return null;
    return this.database.read(caller, async (tx) => {
      const profileId = (await this.observations.profileIds(tx, [householdId])).get(householdId);
      const profile = profileId === undefined ? undefined : await this.profiles.of(profileId);
      if (!profile?.form) return null;
      const { form } = profile;
      const { members, known } = await this.facts.of(tx, householdId, profile);
      return missingFacts(form, members, known).map(({ fact, member = null }) => ({
        fact,
        name: form.facts.find(({ key }) => key === fact)?.name.zh ?? fact,
        memberId: member,
      }));
    });
  }
}
