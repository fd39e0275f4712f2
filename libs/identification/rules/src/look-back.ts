import type { SampleRule } from './sample';

/** How scored households are looked back at (评分回头看): how many of each stratum are assessed a second time. */
export interface LookBackTerms {
  sample: SampleRule;
  /** The area of which a share is drawn. */
  stratum: 'township' | 'village';
}

export interface PointsOfItem {
  item: string;
  points: number;
}

/** What two assessments of one household say of an item; null where a form does not have the item. */
export interface ItemDifference {
  item: string;
  first: number | null;
  second: number | null;
}

/** Two assessments of one household side by side. */
export interface AssessmentDifference {
  /** Points by which the second total is higher; negative when it is lower. */
  difference: number;
  /** The items on which they differ, in the order of the first sheet. */
  items: ItemDifference[];
}

/** A household that was drawn, by its first points and by those of the second assessment, once there is one. */
export interface LookedBack {
  first: readonly PointsOfItem[];
  second: readonly PointsOfItem[] | null;
}

export interface LookBackFigures {
  drawn: number;
  assessed: number;
  /** Households whose total is another one. */
  changed: number;
  /** Of the households assessed, 0 to 1; null when none was. */
  changedShare: number | null;
  /** Mean of the differences with their signs, to a hundredth: whether a place was scored too low or too high as a whole. */
  meanDifference: number | null;
  /** Mean of the differences without their signs: how far off the scores are, whichever way. */
  meanAbsoluteDifference: number | null;
  /** The items that were found otherwise, the most frequent first. */
  items: { item: string; households: number }[];
}

/** Those of the second assessors who took part in the first assessment: nobody looks back at his own work. */
export function assessedBefore(first: readonly string[], second: readonly string[]): string[] {
  return [...new Set(second)].filter((person) => first.includes(person));
}

export function compareAssessments(
  first: readonly PointsOfItem[],
  second: readonly PointsOfItem[],
): AssessmentDifference {
  const [one, other] = [pointsByItem(first), pointsByItem(second)];
  const items = [...new Set([...one.keys(), ...other.keys()])].map((item) => ({
    item,
    first: one.get(item) ?? null,
    second: other.get(item) ?? null,
  }));
  return {
    difference: totalOf(second) - totalOf(first),
    items: items.filter((each) => each.first !== each.second),
  };
}

/** What a look-back found in one place. */
export function lookBackFigures(households: readonly LookedBack[]): LookBackFigures {
  const found = households.flatMap(({ first, second }) => (second ? [compareAssessments(first, second)] : []));
  const differences = found.map(({ difference }) => difference);
  const changed = differences.filter((difference) => difference !== 0).length;
  const times = new Map<string, number>();
  for (const { item } of found.flatMap(({ items }) => items)) times.set(item, (times.get(item) ?? 0) + 1);
  return {
    drawn: households.length,
    assessed: found.length,
    changed,
    changedShare: found.length === 0 ? null : changed / found.length,
    meanDifference: meanOf(differences),
    meanAbsoluteDifference: meanOf(differences.map(Math.abs)),
    items: [...times]
      .map(([item, times]) => ({ item, households: times }))
      .sort((one, other) => other.households - one.households || (one.item < other.item ? -1 : 1)),
  };
}

function pointsByItem(points: readonly PointsOfItem[]): Map<string, number> {
  return new Map(points.map((each) => [each.item, each.points]));
}

function totalOf(points: readonly PointsOfItem[]): number {
  return points.reduce((total, each) => total + each.points, 0);
}

function meanOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return Math.round((100 * values.reduce((sum, value) => sum + value, 0)) / values.length) / 100;
}
