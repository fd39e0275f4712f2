import type { Wording } from './profile';

/**
 * When the scores of a villager group stand out among its neighbours'. Working values, no official ones: a report for the
 * village's meeting to look into, never a decision.
 */
export interface OutlierRule {
  /** Groups with fewer scored households are not compared. */
  households: number;
  /** In how many of 100 pairs a household of the group must score lower (or higher) than one of the neighbours'. */
  pairsOf100: number;
  /** Which part of the group's households, in percent, must have one and the same score. */
  sameScorePercent: number;
}

export interface GroupScores {
  group: string;
  name: string;
  scores: number[];
  /** The groups it is compared with. */
  neighbours: string[];
}

export interface Outlier {
  group: string;
  finding: 'scores-lower' | 'scores-higher' | 'same-score';
  /** What the finding measures: pairs of 100, or percent of the households. */
  measure: number;
  median: number;
  /** Of the households of all neighbours together; null for a finding that needs none. */
  neighboursMedian: number | null;
  words: Wording;
}

/**
 * The groups whose scores stand out, in the order given. Distributions are compared by rank: one household of the group and
 * one of the neighbours' are drawn at random, and it counts in how many of 100 draws the first has the lower score, half a
 * draw where both are equal. Takes n log n for the households compared.
 */
export function outliersAmong(rule: OutlierRule, groups: readonly GroupScores[]): Outlier[] {
  const scoresOf = new Map(groups.map(({ group, scores }) => [group, scores]));
  return groups.flatMap((group) => {
    const around = group.neighbours.filter((each) => each !== group.group).flatMap((each) => scoresOf.get(each) ?? []);
    if (group.scores.length < rule.households) return [];
    return [...(around.length < rule.households ? [] : rankFinding(rule, group, around)), ...sameScore(rule, group)];
  });
}

/** In how many of 100 pairs of one score of each list the first is the lower one; equal scores count half. */
export function lowerOf100(scores: readonly number[], others: readonly number[]): number {
  const sorted = ascending(others);
  const won = scores.reduce((sum, score) => {
    const above = sorted.length - firstPlace(sorted, (other) => other > score);
    const notBelow = sorted.length - firstPlace(sorted, (other) => other >= score);
    return sum + (above + notBelow) / 2;
  }, 0);
  return (100 * won) / (scores.length * sorted.length);
}

function rankFinding(rule: OutlierRule, { group, name, scores }: GroupScores, around: readonly number[]): Outlier[] {
  const lower = lowerOf100(scores, around);
  const isLower = lower >= 50;
  const measure = Math.round(isLower ? lower : 100 - lower);
  if (Math.max(lower, 100 - lower) < rule.pairsOf100) return [];
  const [median, neighboursMedian] = [medianOf(scores), medianOf(around)];
  return [
    {
      group,
      finding: isLower ? 'scores-lower' : 'scores-higher',
      measure,
      median,
      neighboursMedian,
      words: {
        zh: `${name}与邻组各任取一户相比，100次中有${measure}次本组得分${isLower ? '较低' : '较高'}（中位数：本组${median}分，邻组${neighboursMedian}分）。请说明是实际${isLower ? '更困难' : '更宽裕'}，还是打分尺度不一。`,
        en: `Take one household of ${name} and one of its neighbours: in ${measure} of 100 cases that of ${name} scores ${isLower ? 'lower' : 'higher'} (median ${median}, neighbours ${neighboursMedian}). Is it really ${isLower ? 'poorer' : 'better off'}, or was it scored by another measure?`,
      },
    },
  ];
}

function sameScore(rule: OutlierRule, { group, name, scores }: GroupScores): Outlier[] {
  const times = new Map<number, number>();
  for (const score of scores) times.set(score, (times.get(score) ?? 0) + 1);
  const [score, count] = [...times].reduce((one, other) => (other[1] > one[1] ? other : one));
  if (count * 100 < rule.sameScorePercent * scores.length) return [];
  return [
    {
      group,
      finding: 'same-score',
      measure: Math.round((100 * count) / scores.length),
      median: medianOf(scores),
      neighboursMedian: null,
      words: {
        zh: `${name}${scores.length}户中有${count}户同为${score}分。请核对是否逐户打分。`,
        en: `${count} of the ${scores.length} households of ${name} score ${score} exactly. Was each of them scored by itself?`,
      },
    },
  ];
}

/** The middle score, or the mean of the two in the middle. */
function medianOf(scores: readonly number[]): number {
  const sorted = ascending(scores);
  const [low, high] = [Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2)];
  return ((sorted[low] ?? 0) + (sorted[high] ?? 0)) / 2;
}

function ascending(scores: readonly number[]): number[] {
  return [...scores].sort((one, other) => one - other);
}

/** The place of the first score for which `holds`, in a list where all that follow hold too; its length when none does. */
function firstPlace(sorted: readonly number[], holds: (score: number) => boolean): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (holds(sorted[middle]!)) to = middle;
    else from = middle + 1;
  }
  return from;
}
