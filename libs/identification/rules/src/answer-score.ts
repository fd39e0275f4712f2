import type { Form, FormItem, Level } from './form';

/** What the assessor observed on one item: the keys of the levels that apply. */
export interface Answer {
  item: string;
  levels: string[];
}

export interface ItemProblem {
  item: string;
  problem: string;
}

export type AnswerScore =
  { ok: true; total: number; points: { item: string; points: number }[] } | { ok: false; problems: ItemProblem[] };

/**
 * The score of a form on which levels were ticked instead of facts written down. All problems at once.
 *
 * Kept for sheets that have levels alone; {@link scoreOf} finds the levels from the facts.
 */
export function scoreOfAnswers(form: Form, answers: readonly Answer[]): AnswerScore {
  const problems = [
    ...strangers(form, answers),
    ...form.items.flatMap((item) => problemsOf(item, answersTo(item, answers))),
  ];
  if (problems.length > 0) return { ok: false, problems };

  const points = form.items.map((item) => ({ item: item.key, points: pointsOf(item, answersTo(item, answers)) }));
  return { ok: true, total: points.reduce((total, each) => total + each.points, 0), points };
}

function answersTo(item: FormItem, answers: readonly Answer[]): Answer[] {
  return answers.filter((answer) => answer.item === item.key);
}

function strangers(form: Form, answers: readonly Answer[]): ItemProblem[] {
  const known = new Set(form.items.map((item) => item.key));
  return answers
    .filter((answer) => !known.has(answer.item))
    .map(({ item }) => ({ item, problem: `is not an item of form ${form.version}` }));
}

function problemsOf(item: FormItem, answers: Answer[]): ItemProblem[] {
  const say = (problem: string): ItemProblem => ({ item: item.key, problem });
  const [answer, second] = answers;
  if (!answer) return [say('is not answered')];
  if (second) return [say('is answered more than once')];

  const unknown = answer.levels.filter((key) => !levelOf(item, key));
  if (unknown.length > 0) return unknown.map((key) => say(`has no level ${key}`));
  if (new Set(answer.levels).size < answer.levels.length) return [say('names a level twice')];
  if (item.choice === 'one' && answer.levels.length !== 1) return [say('takes exactly one level')];
  return [];
}

function pointsOf(item: FormItem, answers: Answer[]): number {
  const levels = answers.flatMap((answer) => answer.levels);
  const sum = levels.reduce((total, key) => total + (levelOf(item, key)?.points ?? 0), 0);
  return Math.min(sum, item.cap ?? sum);
}

function levelOf(item: FormItem, key: string): Level | undefined {
  return item.levels.find((level) => level.key === key);
}
