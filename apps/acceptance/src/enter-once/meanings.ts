import { caseMeanings } from './case-meanings';
import { countyMeanings } from './county-meanings';
import type { Meanings } from './enter-once';

/**
 * What every field of every input means. Facts of a household or a member have the keys of the catalogue, of the register and of
 * the card in `@jingzhun/identification-rules`; all others are named by the record they are of.
 *
 * Whoever adds a field to an input says here which fact it enters. Where that fact is entered elsewhere already, the field is one
 * too many; unless it corrects, checks, or is taken in its place.
 */
export const meanings: Meanings = { ...countyMeanings, ...caseMeanings };
