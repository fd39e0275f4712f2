import type { FactDefinition } from '../fact';
import { dwellingCardFacts, dwellingFacts } from './dwelling';
import { livelihoodCardFacts, livelihoodFacts } from './livelihood';
import { causeFacts, memberCardFacts, memberFacts } from './member';

/** What the assessment of 2015 asks: the facts that are scored or that suggest a veto. */
export const assessedFacts: FactDefinition[] = [...memberFacts, ...dwellingFacts, ...livelihoodFacts];

/** What only the household card asks. */
export const cardFacts: FactDefinition[] = [
  ...memberCardFacts,
  ...causeFacts,
  ...dwellingCardFacts,
  ...livelihoodCardFacts,
];

/** Every fact that is asked of anybody, once. */
export const factCatalogue: FactDefinition[] = [...assessedFacts, ...cardFacts];
