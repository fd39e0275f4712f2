import {
  publicityState,
  type Form,
  type FormItem,
  type NoticeColumn,
  type PublicityClock,
} from '@jingzhun/identification-rules';
import { maskName, type MaskedName } from '../print/mask-name';
import { itemsInOneSum } from '../print/notice.view';

/** A household as far as its notice may know it, with its own clock. */
export interface PublicHousehold {
  id: string;
  number: string;
  head: string;
  points: { item: string; points: number }[] | null;
  total: number | null;
  /** The wording of the veto rules that stand against it. */
  vetoes: string[];
}

/** A row of the notice; what the profile's allow-list leaves out is null. */
export interface NoticeRow {
  rank: number | null;
  code: string | null;
  head: MaskedName | null;
  points: number[] | null;
  rest: number | null;
  total: number | null;
  vetoes: string[] | null;
  suspended: boolean;
  closesAt: string | null;
}

export interface NoticeSource {
  /** Of the sitting: what stands before it in a household's number is known to everybody. */
  areaCode: string;
  columns: readonly NoticeColumn[];
  /** Undefined where households are not scored. */
  form: Form | undefined;
  households: readonly PublicHousehold[];
  clocks: ReadonlyMap<string, PublicityClock>;
  at: Date;
}

export interface ShownItem {
  name: string;
  maximum: number;
  levels: { text: string; points: number }[];
}

export interface NoticeContent {
  items: ShownItem[];
  /** The items that are published only in one sum, sensitive ones among them; null when there are none. */
  rest: { items: string[]; maximum: number } | null;
  rows: NoticeRow[];
}

/**
 * What the notice shows at an instant: the households whose own period is not over, the poorest first, each under the allow-list.
 * Undefined when none is public any more: then the list is withdrawn, whether its timer has come or not.
 */
export function noticeContent(source: NoticeSource): NoticeContent | undefined {
  const { columns, form, households, clocks, at } = source;
  const shows = (column: NoticeColumn) => columns.includes(column);
  const pooled = form && shows('points') ? itemsInOneSum(form) : [];
  const shown = form && shows('points') ? form.items.filter((item) => !pooled.includes(item)) : [];
  const rows = households
    .map((household) => ({ household, rank: rankAmong(households, household), clock: clocks.get(household.id)! }))
    .filter(({ clock }) => !['over', 'left'].includes(publicityState(clock, at)))
    .sort((one, other) => one.rank - other.rank || (one.household.number < other.household.number ? -1 : 1))
    .map(({ household, rank, clock }): NoticeRow => ({
      rank: shows('rank') ? rank : null,
      code: shows('code') ? household.number.slice(source.areaCode.length) : null,
      head: shows('head') ? maskName(household.head) : null,
      points: shows('points') ? shown.map((item) => pointsOn(household, item)) : null,
      rest: pooled.length > 0 ? sum(pooled.map((item) => pointsOn(household, item))) : null,
      total: shows('total') ? household.total : null,
      vetoes: shows('vetoes') ? household.vetoes : null,
      suspended: publicityState(clock, at) === 'suspended',
      closesAt: clock.closesAt,
    }));
  if (rows.length === 0) return undefined;
  return {
    items: shown.map(({ name, maximum, levels }) => ({
      name: name.zh,
      maximum,
      levels: levels.map(({ text, points }) => ({ text: text.zh, points })),
    })),
    // A sensitive item is in the sum, and not named.
    rest:
      pooled.length === 0
        ? null
        : {
            items: pooled.filter(({ sensitive }) => !sensitive).map(({ name }) => name.zh),
            maximum: sum(pooled.map(({ maximum }) => maximum)),
          },
    rows,
  };
}

/** 1 is the poorest; equal totals share a rank. It counts those too whose own period is over. */
function rankAmong(households: readonly PublicHousehold[], { total }: PublicHousehold): number {
  return 1 + households.filter((other) => (other.total ?? 0) < (total ?? 0)).length;
}

function pointsOn({ points }: PublicHousehold, { key }: FormItem): number {
  return points?.find(({ item }) => item === key)?.points ?? 0;
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + figure, 0);
}
