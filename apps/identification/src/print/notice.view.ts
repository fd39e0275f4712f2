import type { Form, FormItem, StageDefinition } from '@jingzhun/identification-rules';
import { formNoteOf } from './form-note';
import { maskName } from './mask-name';
import type { HowToObject, NoticeHousehold, NoticeView } from './notice.paper';
import type { AreaNames } from './printing';

/** A household that the meeting confirmed, as far as a notice may know it. */
export interface ReviewedHousehold {
  number: string;
  head: string;
  points: { item: string; points: number }[];
  total: number;
  /** The wording of the veto rules that stand against it. */
  vetoes: string[];
}

export interface NoticeSource {
  areas: AreaNames;
  reviewedOn: string | null;
  postedOn: string | null;
  closesOn: string | null;
  /** The publicity stage of the profile. */
  stage: Pick<StageDefinition, 'publicDays' | 'publicDayKind'>;
  form: Form;
  households: ReviewedHousehold[];
  objection: Pick<HowToObject, 'phone' | 'code' | 'url'>;
  provisional: string | null;
}

const restName = '其余项目合计';

/** The notice of a group: the poorest first, points by item as far as they may be published. */
export function noticeView(source: NoticeSource): NoticeView {
  const { form, stage, closesOn } = source;
  const pooled = itemsInOneSum(form);
  const shown = form.items.filter((item) => !pooled.includes(item));
  return {
    areas: source.areas,
    reviewedOn: source.reviewedOn,
    postedOn: source.postedOn,
    items: shown.map(({ name, maximum, levels }) => ({
      name: name.zh,
      maximum,
      levels: levels.map(({ text, points }) => ({ text: text.zh, points })),
    })),
    rest: pooled.length === 0 ? null : restOf(pooled),
    formNote: formNoteOf(form.version),
    households: ranked(source.households).map((household) => noticeHousehold(household, shown, pooled)),
    objection: {
      ...source.objection,
      until: closesOn,
      days: stage.publicDays ?? 0,
      dayKind: stage.publicDayKind ?? 'calendar',
    },
    provisional: source.provisional,
  };
}

/**
 * The items whose points are published only as one sum: those that are sensitive, and as many that are not, the next in the
 * form. Left out by themselves, the points for health and schooling could be told by taking the others from the total.
 */
export function itemsInOneSum(form: Form): FormItem[] {
  const sensitive = form.items.filter((item) => item.sensitive);
  const last = form.items.findLastIndex((item) => item.sensitive);
  const following = [...form.items.slice(last + 1), ...form.items.slice(0, last + 1)].filter((item) => !item.sensitive);
  const pooled = new Set([...sensitive, ...following.slice(0, sensitive.length)]);
  return form.items.filter((item) => pooled.has(item));
}

function restOf(pooled: readonly FormItem[]): NonNullable<NoticeView['rest']> {
  const named = pooled.filter((item) => !item.sensitive).map(({ name }) => name.zh);
  return {
    name: restName,
    maximum: pooled.reduce((sum, { maximum }) => sum + maximum, 0),
    note: `“${restName}”为${named.join('、')}与依法不单独公开的项目的合计分。`,
  };
}

function ranked(households: readonly ReviewedHousehold[]): (ReviewedHousehold & { rank: number })[] {
  return [...households]
    .sort((one, other) => one.total - other.total || (one.number < other.number ? -1 : 1))
    .map((household) => ({
      ...household,
      rank: 1 + households.filter(({ total }) => total < household.total).length,
    }));
}

function noticeHousehold(
  household: ReviewedHousehold & { rank: number },
  shown: readonly FormItem[],
  pooled: readonly FormItem[],
): NoticeHousehold {
  const pointsOn = ({ key }: FormItem): number => household.points.find(({ item }) => item === key)?.points ?? 0;
  const { rank, number, head, total, vetoes } = household;
  return {
    rank,
    code: numberInGroup(number),
    head: maskName(head),
    points: shown.map(pointsOn),
    rest: pooled.length === 0 ? null : pooled.reduce((sum, item) => sum + pointsOn(item), 0),
    total,
    vetoes,
  };
}

/** The last four digits of a household's number; what stands before them names the group. */
export function numberInGroup(number: string): string {
  return number.slice(-4);
}
