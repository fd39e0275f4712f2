import type { Wording } from './profile';

/** One observable fact of an item, and what it is worth. */
export interface Level {
  key: string;
  text: { zh: string; en?: string };
  points: number;
}

/** One line of the form: `one` takes exactly one level, `sum` adds those that apply, up to `cap`. */
export interface FormItem {
  key: string;
  name: Wording;
  choice: 'one' | 'sum';
  cap?: number;
  maximum: number;
  /** Never shown in a published list. */
  sensitive: boolean;
  levels: Level[];
}

/** An assessment form. A low total is a poorer household. Versions coexist: a sheet names the version it was filled on. */
export interface Form {
  version: string;
  items: FormItem[];
}

/** The most a household can score on an item by its levels. */
export function attainable(item: FormItem): number {
  const points = item.levels.map((level) => level.points);
  if (item.choice === 'one') return Math.max(0, ...points);
  const sum = points.reduce((total, each) => total + each, 0);
  return Math.min(sum, item.cap ?? sum);
}
