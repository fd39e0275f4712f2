import {
  fillCard,
  type CardDecision,
  type CardFilling,
  type HouseholdCard,
  type Observation,
  type RegisteredMember,
} from '@jingzhun/identification-rules';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { HouseholdFacts } from '../observation/household-facts';
import type { FrozenProfile } from '../profile/profile.repository';
import { PoorHouseholdQueries } from '../score-line/poor-household.queries';
import { ScoreLineRepository } from '../score-line/score-line.repository';
import { CardNotOffered } from './household-card.errors';
import { HouseholdCardRepository } from './household-card.repository';
import { followingDecisions, questionsOf, type DecidedLine } from './household-card.rules';
import { shownFields, shownMissing, shownQuestion, shownVersion, type ShownCard } from './household-card.view';

/** What a card is filled from. */
export interface CardBasis {
  card: HouseholdCard;
  line: DecidedLine;
  members: RegisteredMember[];
  facts: Observation[];
  decisions: CardDecision[];
}

/** The card of a household by the profile its case runs by, filled from everything that is known. */
@Injectable()
export class CardContent {
  constructor(
    @Inject(HouseholdFacts) private readonly facts: HouseholdFacts,
    @Inject(ScoreLineRepository) private readonly lines: ScoreLineRepository,
    @Inject(PoorHouseholdQueries) private readonly lists: PoorHouseholdQueries,
    @Inject(HouseholdCardRepository) private readonly cards: HouseholdCardRepository,
  ) {}

  /** @throws CardNotOffered before the line is decided, of a household that is not poor by it, and where there are no cards */
  async basis(tx: EntityManager, householdId: string, profile: FrozenProfile): Promise<CardBasis> {
    const { card } = profile;
    if (!card) throw new CardNotOffered('The campaign fills no cards.', 'householdId');
    const line = await this.lines.newest(tx);
    if (!line) throw new CardNotOffered('The county has not approved its line.', 'householdId');
    if (!(await this.lists.has(tx, householdId, line)))
      throw new CardNotOffered('The household is not on the list of poor households.', 'householdId');
    const { members, known } = await this.facts.of(tx, householdId, profile);
    const decisions = [...followingDecisions(card, line), ...(await this.cards.decisions(tx, householdId))];
    return { card, line, members, facts: known, decisions };
  }

  async fill(tx: EntityManager, householdId: string, { card, facts, decisions }: CardBasis): Promise<CardFilling> {
    const registered = await this.cards.registered(tx, householdId);
    return fillCard(card, facts, registered, await this.cards.score(tx, householdId), decisions);
  }

  /** The card as it would be saved now. @throws CardNotOffered */
  async shown(tx: EntityManager, householdId: string, profile: FrozenProfile): Promise<ShownCard> {
    const basis = await this.basis(tx, householdId, profile);
    const filling = await this.fill(tx, householdId, basis);
    const versions = await this.cards.versions(tx, householdId);
    const { card, line, members } = basis;
    return {
      householdId,
      version: versions[0]?.version ?? 0,
      lineVersion: line.version,
      complete: filling.missing.length === 0,
      fields: shownFields(card, filling),
      missing: shownMissing(card, filling),
      questions: questionsOf(card, filling, members).map(shownQuestion),
      versions: versions.map(shownVersion),
    };
  }
}
