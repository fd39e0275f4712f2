import type { Caller } from '@jingzhun/access';
import { CallerOf } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { CardFigures } from '../score-line/poor-household.queries';
import { CardFiguresQueries } from './card-figures.queries';
import { HouseholdCardQueries } from './household-card.queries';
import { HouseholdCardService, type FillHouseholdCard } from './household-card.service';
import type { ShownCard } from './household-card.view';

@Resolver('HouseholdCard')
export class HouseholdCardResolver {
  constructor(
    @Inject(HouseholdCardQueries) private readonly queries: HouseholdCardQueries,
    @Inject(CardFiguresQueries) private readonly progress: CardFiguresQueries,
    @Inject(HouseholdCardService) private readonly cards: HouseholdCardService,
  ) {}

  @Query()
  householdCard(@CallerOf() caller: Caller, @Args('householdId') householdId: string): Promise<ShownCard | null> {
    return this.queries.find(caller, householdId);
  }

  @Query()
  householdCardFigures(@CallerOf() caller: Caller, @Args('areaCode') areaCode: string): Promise<CardFigures> {
    return this.progress.figures(caller, areaCode);
  }

  @Mutation()
  fillHouseholdCard(@CallerOf() caller: Caller, @Args('input') input: FillHouseholdCard): Promise<ShownCard> {
    return this.cards.fill(caller, input);
  }
}
