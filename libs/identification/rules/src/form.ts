import { factsIn, type Condition } from './condition';
import { isSameFact, type FactDefinition, type Observation } from './fact';
import type { Wording } from './profile';

/** Taken when no other level of the item holds. */
export interface Otherwise {
  test: 'otherwise';
}

/** What the facts of an item may amount to, and what that is worth. */
export interface Level {
  key: string;
  text: Wording;
  points: number;
  when: Condition | Otherwise;
}

/**
 * One line of the form: `one` takes exactly one level, `sum` adds those that hold, up to `cap`. Where several levels of a
 * `one` item hold, the first printed is taken, or with `take: 'last'` the last: the highest step of a ladder.
 */
export interface FormItem {
  key: string;
  name: Wording;
  choice: 'one' | 'sum';
  take?: 'first' | 'last';
  cap?: number;
  maximum: number;
  /** Never shown in a published list. True at least where a fact of it is sensitive. */
  sensitive: boolean;
  levels: Level[];
}

/** An assessment form. A low total is a poorer household. Versions coexist: a sheet names the version it was filled on. */
export interface Form {
  version: string;
  /** The standard date (标准时点), `YYYY-MM-DD`, on which members have the age that counts. */
  standardDate: string;
  /** What is asked, each fact once, whether it is scored or only recorded. */
  facts: FactDefinition[];
  items: FormItem[];
  /** Lines of the form that are filled from decisions on record and never asked, such as 是否否决. */
  decisions?: string[];
}

/** The most a household can score on an item by its levels. */
export function attainable(item: FormItem): number {
  const points = item.levels.map((level) => level.points);
  if (item.choice === 'one') return Math.max(0, ...points);
  const sum = points.reduce((total, each) => total + each, 0);
  return Math.min(sum, item.cap ?? sum);
}

/** The conditions of an item's levels, without the level that needs none. */
export function conditionsOf(item: FormItem): Condition[] {
  return item.levels.flatMap(({ when }) => (when.test === 'otherwise' ? [] : [when]));
}

type FactOfItem = ReturnType<typeof factsIn>[number];

/** Forms do not change, and every score asks this of every item. */
const factsByItem = new WeakMap<FormItem, FactOfItem[]>();

/** The facts an item depends on, each once. */
export function factsOf(item: FormItem): readonly FactOfItem[] {
  const known = factsByItem.get(item);
  if (known) return known;
  const facts = conditionsOf(item).flatMap(factsIn);
  const once = facts.filter(({ fact }, place) => facts.findIndex((other) => other.fact === fact) === place);
  factsByItem.set(item, once);
  return once;
}

/** What was observed of the facts that a form asks; a household's record may hold others. */
export function observationsFor(form: Form, observations: readonly Observation[]): Observation[] {
  const asked = new Set(form.facts.map(({ key }) => key));
  return observations.filter(({ fact }) => asked.has(fact));
}

/** The observations with newer ones in the place of those they correct. */
export function withObservations(before: readonly Observation[], newer: readonly Observation[]): Observation[] {
  return [...before.filter((old) => !newer.some((each) => isSameFact(each, old))), ...newer];
}
