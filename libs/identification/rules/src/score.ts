import { truthOf, unknownsIn, type Reading } from './condition';
import { checkObservations, isSameFact, type FactProblem, type Observation, type WantedFact } from './fact';
import { factsOf, type Form, type FormItem, type Level } from './form';
import { readingOf } from './reading';
import type { RegisteredMember } from './register-fact';

/** What one item came to: the levels that hold, what they are worth, and the known facts they were found from. */
export interface ItemScore {
  item: string;
  levels: string[];
  points: number;
  facts: Observation[];
}

export type Score = { ok: true; total: number; items: ItemScore[] } | { ok: false; problems: FactProblem[] };

/**
 * The score of a household, item by item in the form's order, found from the facts and nothing else. Either whole, or every
 * problem at once: what is wrong with the observations, or which facts are still wanted. A fact that cannot change the
 * level is not wanted.
 */
export function scoreOf(form: Form, members: readonly RegisteredMember[], observations: readonly Observation[]): Score {
  const problems = checkObservations(form.facts, observations, members);
  if (members.length === 0)
    problems.push({ code: 'HOUSEHOLD_EMPTY', fact: 'members', problem: 'must be one at least' });
  if (problems.length > 0) return { ok: false, problems };

  const reading = readingOf(form.facts, { members }, observations, form.standardDate);
  const wanted = wantedBy(form, reading);
  if (wanted.length > 0) return { ok: false, problems: wanted.map(missing) };

  const items = form.items.map((item) => scoreItem(item, reading));
  return { ok: true, total: items.reduce((total, { points }) => total + points, 0), items };
}

/** The facts that are still to be asked before a household can be scored, each once; none when it can. */
export function missingFacts(
  form: Form,
  members: readonly RegisteredMember[],
  observations: readonly Observation[],
): WantedFact[] {
  return wantedBy(form, readingOf(form.facts, { members }, observations, form.standardDate));
}

function wantedBy(form: Form, reading: Reading): WantedFact[] {
  const wanted = form.items.flatMap((item) => openLevels(item, reading).flatMap((level) => unknowns(level, reading)));
  return wanted.filter((fact, place) => wanted.findIndex((other) => isSameFact(other, fact)) === place);
}

function missing(wanted: WantedFact): FactProblem {
  return { ...wanted, code: 'FACT_MISSING', problem: 'is still to be asked' };
}

/** The levels on which it still depends what the item is worth. */
function openLevels(item: FormItem, reading: Reading): Level[] {
  const levels = inOrder(item);
  const decided = item.choice === 'one' ? levels.findIndex((level) => truth(level, reading) === true) : -1;
  const relevant = decided < 0 ? levels : levels.slice(0, decided);
  return relevant.filter((level) => truth(level, reading) === undefined);
}

function scoreItem(item: FormItem, reading: Reading): ItemScore {
  const levels =
    item.choice === 'one' ? [takenLevel(item, reading)] : item.levels.filter((each) => truth(each, reading));
  const sum = levels.reduce((total, { points }) => total + points, 0);
  return {
    item: item.key,
    levels: levels.map(({ key }) => key),
    points: Math.min(sum, item.cap ?? sum),
    facts: factsUsed(item, reading),
  };
}

function takenLevel(item: FormItem, reading: Reading): Level {
  const level =
    inOrder(item).find((each) => truth(each, reading)) ?? item.levels.find(({ when }) => when.test === 'otherwise');
  if (!level) throw new RangeError(`no level of item ${item.key} holds: the form was not checked`);
  return level;
}

function inOrder(item: FormItem): Level[] {
  return item.take === 'last' ? [...item.levels].reverse() : item.levels;
}

/** The level for all other cases never holds by itself. */
function truth({ when }: Level, reading: Reading): boolean | undefined {
  return when.test === 'otherwise' ? false : truthOf(when, reading);
}

function unknowns({ when }: Level, reading: Reading): WantedFact[] {
  return when.test === 'otherwise' ? [] : unknownsIn(when, reading);
}

function factsUsed(item: FormItem, reading: Reading): Observation[] {
  return factsOf(item).flatMap(({ fact, about }) => {
    const subjects = about === 'household' ? [reading] : reading.members;
    return subjects.flatMap(({ member, valueOf }) => {
      const value = valueOf(fact);
      return value === undefined ? [] : [{ fact, ...(member !== undefined && { member }), value }];
    });
  });
}
