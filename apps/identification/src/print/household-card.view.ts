import type { CardSection, HouseholdCardView, PrintedField } from './household-card.paper';
import type { AreaNames } from './printing';
import { unsigned } from './signer';

/** A field of a card as its profile names it. */
export interface CardFieldName {
  code: string;
  label: string;
}

/** The value of a field of the household, in the words of the card. */
export interface CardValue {
  code: string;
  value: string;
}

/** What a card holds: fields of the household as a whole, and of its parts. Fields of members have columns of their own. */
export interface CardLayout {
  attributes: CardFieldName[];
  sections: { title: string; fields: CardFieldName[] }[];
}

export interface HouseholdCardSource extends Pick<HouseholdCardView, 'areas' | 'year' | 'score' | 'members'> {
  household: NonNullable<HouseholdCardView['household']>;
  values: CardValue[];
  provisional: string | null;
}

const parts = ['户主', '填表人', '工作队长', '村民委员会'];

/** @throws RangeError for a value that has no place on the card: it would be lost on paper without a word */
export function householdCardView(layout: CardLayout, source: HouseholdCardSource): HouseholdCardView {
  const { areas, year, household, score, members, values, provisional } = source;
  const known = new Set(
    [...layout.attributes, ...layout.sections.flatMap(({ fields }) => fields)].map(({ code }) => code),
  );
  const lost = values.filter(({ code }) => !known.has(code)).map(({ code }) => code);
  if (lost.length > 0) throw new RangeError(`the card has no field ${lost.join(', ')}`);
  return {
    ...filled(layout, values),
    areas,
    year,
    household,
    score,
    members,
    signers: unsigned(...parts),
    provisional,
  };
}

export function blankHouseholdCard(layout: CardLayout, areas: AreaNames, year: number): HouseholdCardView {
  return {
    ...filled(layout, []),
    areas,
    year,
    household: null,
    score: null,
    members: [],
    signers: unsigned(...parts),
    provisional: null,
  };
}

function filled(
  layout: CardLayout,
  values: readonly CardValue[],
): { attributes: PrintedField[]; sections: CardSection[] } {
  const withValue = (field: CardFieldName): PrintedField => ({
    ...field,
    value: values.find(({ code }) => code === field.code)?.value ?? null,
  });
  return {
    attributes: layout.attributes.map(withValue),
    sections: layout.sections.map(({ title, fields }) => ({ title, fields: fields.map(withValue) })),
  };
}

/**
 * The fields of the household card (domain reference, section 9.4). The groups of codes are sourced; where the source gives a
 * range of codes without a name for each, the division of the range is OUR WORKING CHOICE.
 */
export const cardLayout2015: CardLayout = {
  attributes: named([
    ['A1', '农户属性'],
    ['A2', '留守情况'],
    ['A3', '主要致贫原因'],
    ['A3b', '其他致贫原因'],
  ]),
  sections: [
    {
      title: '生产生活条件（A18–A49）',
      fields: named([
        ['A18', '住房结构'],
        ['A19', '人均住房面积（㎡）'],
        ['A20', '是否危房'],
        ['A21', '是否改造'],
        ['A22', '家用电器'],
        ['A23', '农机具'],
        ['A24', '交通工具'],
        ['A25', '耕地（亩）'],
        ['A26', '其中水田（亩）'],
        ['A27', '养殖水面（亩）'],
        ['A28', '家畜（头）'],
        ['A29', '家禽（羽）'],
        ['A30', '林地（亩）'],
        ['A31', '退耕还林（亩）'],
        ['A32', '林果（亩）'],
        ['A33', '牧草地（亩）'],
        ['A34', '经济作物'],
        ['A35', '经济作物（亩）'],
        ['A36', '饮水情况'],
        ['A37', '取水距离（米）'],
        ['A38', '饮水是否困难'],
        ['A39', '饮水是否安全'],
        ['A40', '供水方式'],
        ['A41', '用电情况'],
        ['A42', '广播电视'],
        ['A43', '入户路类型'],
        ['A44', '距主干路（公里）'],
        ['A45', '距卫生室（公里）'],
        ['A46', '厕所类型'],
        ['A47', '主要燃料'],
        ['A48', '加入合作社'],
        ['A49', '外出务工（人）'],
      ]),
    },
    {
      title: '收入与支出（A50–A53）',
      fields: named([
        ['A50', '家庭收入（元）'],
        ['A50a', '其中工资性'],
        ['A50b', '其中经营性'],
        ['A50c', '其中财产性'],
        ['A50d', '其中转移性'],
        ['A51', '生产经营支出（元）'],
        ['A52', '纯收入（元）'],
        ['A53', '人均纯收入（元）'],
      ]),
    },
    {
      title: '帮扶（A54–A76）',
      fields: named([
        ['A54', '帮扶需求一'],
        ['A55', '帮扶需求二'],
        ['A56', '帮扶需求三'],
        ['A57', '帮扶需求四'],
        ['A62', '帮扶责任人'],
        ['A63', '帮扶单位'],
        ['A64', '帮扶起始时间'],
        ['A70', '学生资助'],
      ]),
    },
  ],
};

function named(rows: [code: string, label: string][]): CardFieldName[] {
  return rows.map(([code, label]) => ({ code, label }));
}
