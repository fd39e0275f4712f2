import type { Caller } from '@jingzhun/access';
import { Database, once } from '@jingzhun/database';
import { StaleVersion } from '@jingzhun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { CaseLock } from '../case/case-lock';
import { ObservationRepository } from '../observation/observation.repository';
import { changesIn, observationsOf, type FactChange, type GivenFact } from '../observation/observation.rules';
import { CardContent } from './card-content';
import { HouseholdCardRepository } from './household-card.repository';
import { assertAddable, assertNew } from './household-card.rules';
import type { ShownCard } from './household-card.view';

export interface FillHouseholdCard {
  key: string;
  householdId: string;
  version: number;
  facts: GivenFact[];
  decisions: GivenFact[];
  reason?: string | null;
}

/** The card of a poor household, after the line: it asks only for what nobody has asked before. */
@Injectable()
export class HouseholdCardService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CaseLock) private readonly lock: CaseLock,
    @Inject(CardContent) private readonly content: CardContent,
    @Inject(ObservationRepository) private readonly observations: ObservationRepository,
    @Inject(HouseholdCardRepository) private readonly cards: HouseholdCardRepository,
  ) {}

  /** Adds what is given to what is known, and saves the card as its next version. */
  fill(caller: Caller, { key, ...asked }: FillHouseholdCard): Promise<ShownCard> {
    return this.database.transaction(caller, async (tx) => {
      const { household, profile, at } = await this.lock.one(tx, asked.householdId);
      await once(tx, { accountId: caller.accountId, key, payload: asked }, async () => {
        const { id: householdId, areaCode } = household;
        const before = await this.content.basis(tx, householdId, profile);
        const newest = await this.cards.newest(tx, householdId);
        if ((newest?.version ?? 0) !== asked.version)
          throw new StaleVersion('The card was saved after it was read.', 'version');

        const given = { facts: observationsOf(asked.facts), decisions: observationsOf(asked.decisions) };
        assertAddable(
          { form: profile.form, card: before.card },
          before,
          { ...given, reason: asked.reason },
          before.members,
        );
        const { personId } = caller;
        await this.observations.add(tx, newOnes(changesIn(before.facts, given.facts)), {
          householdId,
          areaCode,
          formVersion: profile.form?.version ?? null,
          observedAt: at,
          recordedAt: at,
          recordedBy: personId,
          visitId: null,
        });
        const decided = newOnes(changesIn(before.decisions, given.decisions));
        await this.cards.addDecisions(tx, decided, { householdId, areaCode, at, personId });

        const basis = await this.content.basis(tx, householdId, profile);
        const { filled, missing } = await this.content.fill(tx, householdId, basis);
        assertNew(newest?.filled, filled);
        await this.cards.add(tx, {
          householdId,
          areaCode,
          version: asked.version + 1,
          lineVersion: basis.line.version,
          profileId: profile.id,
          filled,
          missing,
          reason: asked.reason?.trim() || null,
          savedAt: at,
          savedBy: personId,
        });
        return null;
      });
      return this.content.shown(tx, asked.householdId, profile);
    });
  }
}

function newOnes(changes: readonly FactChange[]) {
  return changes.map(({ fact, member, after: value }) => ({ fact, ...(member !== undefined && { member }), value }));
}
