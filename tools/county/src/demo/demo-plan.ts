import type { Areas, Village } from '../generator/areas';

/** How far the demonstration brings a villager group before anybody looks. */
export type GroupGoal =
  /** Everything is done, up to the village's review and the entry. */
  | 'entry'
  /** The notice hangs. */
  | 'publicity'
  /** The review was held and nobody hangs out the notice: stuck, and it stays so. */
  | 'stuck'
  /** All are scored, the meeting is not held. */
  | 'group-review'
  /** Half of the households are visited, and half of these scored. */
  | 'field-work'
  /** Nobody has been there yet. */
  | 'untouched';

export interface DemoPlan {
  goals: Map<string, GroupGoal>;
  /** The villages whose review is held. */
  reviewed: string[];
  /** How many households are entered: a third of all. */
  entered: number;
}

const goalsOnTheWay: GroupGoal[] = ['stuck', 'publicity', 'group-review', 'field-work', 'untouched'];

/** Whole villages are finished until they hold a third of the households with some to spare; the others show every stage. */
export function demoPlan(areas: Areas): DemoPlan {
  const villages = areas.townships.flatMap((township) => township.villages);
  const entered = Math.round(sum(villages.map(householdsOf)) / 3);
  const goals = new Map<string, GroupGoal>();
  const reviewed: string[] = [];
  let finished = 0;
  const byGroups = [...villages].sort((one, other) => one.groups.length - other.groups.length);
  const onTheWay: string[] = [];
  for (const village of byGroups) {
    const codes = village.groups.map(({ code }) => code);
    if (finished > entered) {
      onTheWay.push(...codes);
      continue;
    }
    finished += householdsOf(village);
    reviewed.push(village.code);
    for (const code of codes) goals.set(code, 'entry');
  }
  for (const [order, code] of onTheWay.entries())
    goals.set(code, goalsOnTheWay[order % goalsOnTheWay.length] ?? 'untouched');
  return { goals, reviewed, entered };
}

function householdsOf(village: Village): number {
  return sum(village.groups.map(({ households }) => households));
}

function sum(figures: number[]): number {
  return figures.reduce((total, figure) => total + figure, 0);
}
