import type { Observation, RegisteredMember, Terms } from '@jingzhun/identification-rules';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ObservationRepository } from './observation.repository';
import { knownFacts } from './observation.rules';

/** What decisions about a household are computed from. */
export interface FactsOfHousehold {
  members: RegisteredMember[];
  known: Observation[];
}

/** The facts of a household in the words of the profile its case runs by. */
@Injectable()
export class HouseholdFacts {
  constructor(@Inject(ObservationRepository) private readonly observations: ObservationRepository) {}

  async of(tx: EntityManager, householdId: string, terms: Terms): Promise<FactsOfHousehold> {
    const members = await this.observations.members(tx, householdId);
    const recorded = await this.observations.known(tx, [householdId]);
    return { members, known: knownFacts(terms, recorded, members) };
  }
}
