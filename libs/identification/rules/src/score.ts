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
  const judged = form.items.map((item) => judge(item, reading));
  const wanted = wantedBy(judged, reading);
  if (wanted.length > 0) return { ok: false, problems: wanted.map(missing) };

  const items = judged.map((each) => scoreItem(each, reading));
  return { ok: true, total: items.reduce((total, { points }) => total + points, 0), items };
}

/** The facts that are still to be asked before a household can be scored, each once; none when it can. */
export function missingFacts(
  form: Form,
  members: readonly RegisteredMember[],
  observations: readonly Observation[],
): WantedFact[] {
  const reading = readingOf(form.facts, { members }, observations, form.standardDate);
  return wantedBy(
    form.items.map((item) => judge(item, reading)),
    reading,
  );
}

/** What is known of an item: the levels that hold, and those on which it still depends what it is worth. */
interface Judged {
  item: FormItem;
  levels: Level[];
  open: Level[];
}

function judge(item: FormItem, reading: Reading): Judged {
  if (item.choice === 'one') return judgeOne(item, reading);
  const truths = item.levels.map((level) => ({ level, holds: truth(level, reading) }));
  const levels = truths.filter(({ holds }) => holds).map(({ level }) => level);
  const open = truths.filter(({ holds }) => holds === undefined).map(({ level }) => level);
  return { item, levels, open };
}

/** Levels behind the one that is taken change nothing any more. */
function judgeOne(item: FormItem, reading: Reading): Judged {
  const open: Level[] = [];
  for (const level of item.take === 'last' ? item.levels.toReversed() : item.levels) {
    const holds = truth(level, reading);
    if (holds) return { item, levels: [level], open };
    if (holds === undefined) open.push(level);
  }
  const levels = item.levels.filter(({ when }) => when.test === 'otherwise');
  if (levels.length + open.length === 0)
    throw new RangeError(`no level of item ${item.key} holds: the form was not checked`);
  return { item, levels, open };
}

function wantedBy(judged: readonly Judged[], reading: Reading): WantedFact[] {
  const wanted = judged.flatMap(({ open }) => open.flatMap((level) => unknowns(level, reading)));
  return wanted.filter((fact, place) => wanted.findIndex((other) => isSameFact(other, fact)) === place);
}

function missing(wanted: WantedFact): FactProblem {
  return { ...wanted, code: 'FACT_MISSING', problem: 'is still to be asked' };
}

function scoreItem({ item, levels }: Judged, reading: Reading): ItemScore {
  const sum = levels.reduce((total, { points }) => total + points, 0);
  return {
    item: item.key,
    levels: levels.map(({ key }) => key),
    points: Math.min(sum, item.cap ?? sum),
    facts: factsUsed(item, reading),
  };
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
