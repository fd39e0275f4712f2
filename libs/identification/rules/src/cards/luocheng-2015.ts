import { codeLists } from '../code-list';
import { membersWho, perHead, total, whenNumber } from '../condition-words';
import type { FactDefinition } from '../fact';
import { amount, choice, named, ofMember, options, text, units, yesOrNo } from '../facts/define';
import { factCatalogue } from '../facts/catalogue';
import type { CardField, ComputedFact, DecidedFact, HouseholdCard } from '../household-card';

const income = ['wage-income', 'business-income', 'property-income', 'transfer-income'];

const computed: ComputedFact[] = [
  figure('score', '评估得分', 'Identification score', named('分', 'points'), 'score'),
  figure('floor-area-per-head', '人均住房面积', 'Floor area per head', units.area, 'A19', perHead('floor-area')),
  figure('cultivated-land', '耕地面积', 'Cultivated land', units.land, 'A25', total('paddy', 'dry-land')),
  figure(
    'workers-away',
    '外出务工人数',
    'Members who work away',
    named('人', 'persons'),
    'A49',
    membersWho(whenNumber(total('months-away'), { atLeast: 1 })),
  ),
  figure('income', '年总收入', 'Income a year', units.money, 'A50', total(...income)),
  figure('net-income', '年纯收入', 'Net income a year', units.money, 'A52', { add: income, less: ['costs'] }),
  figure('net-income-per-head', '人均纯收入', 'Net income per head', units.money, 'A53', {
    add: income,
    less: ['costs'],
    per: 'head',
  }),
];

/** A62–A69 and the fields after the line are filled by whoever decides; the division of A62–A69 is ours. */
const decided: DecidedFact[] = [
  text('year', named('年度', 'Year'), { card: 'year' }),
  choice('vetoed', named('是否否决', 'Vetoed'), yesOrNo, { card: 'vetoed' }),
  text('veto-reason', named('否决原因', 'Reason of the veto'), { card: 'veto-reason' }),
  choice('attribute', named('贫困户属性', 'Attribute of the household'), codeLists.attribute, { card: 'A1' }),
  text('book-number', named('扶贫手册编号', 'Number of the support book'), { card: 'book-number' }),
  choice('exit-state', named('脱贫标志', 'Out of poverty'), yesOrNo, { card: 'exit-state' }),
  text('exit-way', named('脱贫路径', 'Way out of poverty'), { card: 'exit-way' }),
  { ...text('exit-planned-on', named('计划脱贫时间', 'Exit planned on')), kind: 'date', card: 'exit-planned-on' },
  { ...text('exit-on', named('脱贫时间', 'Exit on')), kind: 'date', card: 'exit-on' },
  choice(
    'relocation-type',
    named('搬迁类型', 'Kind of relocation'),
    options(['none', '不搬迁', 'none'], ['together', '集中安置', 'to a site'], ['scattered', '分散安置', 'by itself']),
    { card: 'relocation-type' },
  ),
  ofMember(text('change-reason', named('成员变动原因', 'Reason of a change of members'), { card: 'change-reason' })),
  text('support-unit', named('帮扶单位', 'Supporting office'), { card: 'A62' }),
  text('support-cadre', named('帮扶责任人', 'Supporting cadre'), { card: 'A63', sensitive: 'identity' }),
  text('support-cadre-post', named('帮扶责任人职务', 'Post of the cadre'), { card: 'A64' }),
  text('support-cadre-phone', named('帮扶责任人电话', 'Phone of the cadre'), { card: 'A65', sensitive: 'contact' }),
  { ...text('support-from', named('帮扶开始时间', 'Support from')), kind: 'date', card: 'A66' },
  { ...text('support-until', named('帮扶结束时间', 'Support until')), kind: 'date', card: 'A67' },
  text('support-measures', named('帮扶措施', 'Measures of support'), { card: 'A68' }),
  amount('support-money', named('帮扶资金', 'Money of support'), units.money, [0, 10_000_000], { card: 'A69' }),
  text('filled-by', named('填表人', 'Filled by'), { card: 'filled-by', sensitive: 'identity' }),
  { ...text('filled-on', named('填表日期', 'Filled on')), kind: 'date', card: 'filled-on' },
  text('leader', named('工作队长签字', 'Signed by the team leader'), { card: 'leader', sensitive: 'identity' }),
];

/** Fields without a number are named by what they hold. A58–A61 are not described in the source and are left out. */
const codes = [
  'village hamlet year address score head phone bank-card book-number vetoed veto-reason A1 A2 A3.1 A3.2',
  'special-family exit-state exit-way exit-planned-on exit-on relocation-type',
  'A4 A5 A6 A7 A8 A9 A10 A11 A12 A13 A14 A15 A16 A17 allowance change-reason',
  'A18 A19 A20 A21 A22 A23 A24.1 A24.2 A25 A26 A27 A28.1 A28.2 A29 A30 A31 A32 A33 A34 A35',
  'A36 A37 A38 A39 A40 A41 A42 A43 A44 A45 A46 A47 A48 A49',
  'A50 A50.1 A50.2 A50.3 A50.4 A51 A52 A53',
  'A54 A55 A56 A57 A62 A63 A64 A65 A66 A67 A68 A69 A70 A71 A72 A73 A74 A75 A76 filled-by filled-on leader',
].flatMap((row) => row.split(' '));

/** The 2015 subset: what the form has asked already, and the attribute, the main cause and the members' education. */
const required = new Set(
  [
    'village hamlet address score head A1 A3.1 A4 A5 A6 A7 A8 A9 A10 A11 A12 A13 A15',
    'A18 A19 A22 A23 A24.1 A24.2 A25 A26 A28.1 A28.2 A29 A30 A32 A33 A35 A36 A41 A43 A48 A49',
  ].flatMap((row) => row.split(' ')),
);

/**
 * The household card of 2015 (domain reference, section 9.4). The fields are those of a real Guangxi system and two guides; where
 * the source names a range of codes for a group of things, or one code for several, the division is ours.
 */
export const luocheng2015Card: HouseholdCard = {
  key: 'household-card-2015',
  standardDate: '2015-10-16',
  fields: codes.map((code): CardField => ({ code, required: required.has(code) })),
  facts: factCatalogue,
  computed,
  decided,
};

function figure(
  key: string,
  zh: string,
  en: string,
  unit: FactDefinition['unit'],
  card: string,
  measure?: ComputedFact['measure'],
): ComputedFact {
  const start = { key, name: { zh, en }, about: 'household', kind: 'number', sensitive: 'none' } as const;
  return { ...start, unit, card, ...(measure && { measure }) };
}
