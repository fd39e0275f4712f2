import type { FactDefinition } from '../fact';
import { amount, choice, flags, inStep, named, options, text, units, yesOrNo } from './define';

const land = (key: string, zh: string, en: string, card?: string) =>
  amount(key, named(zh, en), units.land, [0, 1000], { ...(card && { card }) });
const count = (key: string, zh: string, en: string, unit: FactDefinition['unit'], card: string) =>
  amount(key, named(zh, en), unit!, [0, 100_000], { whole: true, card });

/** 二看, fields and stock. A25 is paddy and dry land together and is computed. */
const lookedAt = inStep('look', [
  land('paddy', '水田面积', 'Paddy', 'A26'),
  land('dry-land', '旱地面积', 'Dry land'),
  land('forest', '林地面积', 'Forest', 'A30'),
  land('orchard', '果园面积', 'Orchard', 'A32'),
  land('cash-crops', '经济作物面积', 'Cash crops', 'A33'),
  choice(
    'crop-sales',
    named('种植收益', 'Crop sales'),
    options(
      ['own-use', '仅自给', 'for own use only'],
      ['little', '少量出售', 'a little is sold'],
      ['steady', '稳定出售', 'sold steadily'],
      ['large-scale', '规模种植', 'large-scale growing'],
    ),
    { card: 'A35' },
  ),
  count('pigs', '猪', 'Pigs', units.heads, 'A28.1'),
  count('cattle-and-goats', '牛羊', 'Cattle and goats', units.heads, 'A28.2'),
  count('fowl', '家禽', 'Fowl', units.fowl, 'A29'),
]);

const told = inStep('enter', [
  choice('cooperative', named('参加合作社', 'In a cooperative'), yesOrNo, { card: 'A48' }),
  flags(
    'town-property',
    named('城镇房产', 'Property in town'),
    options(
      ['dwelling', '住房', 'dwelling'],
      ['shop', '商铺', 'shop'],
      ['plot', '地皮', 'land plot'],
      ['resettlement', '移民安置房', 'resettlement housing'],
    ),
  ),
  flags(
    'businesses',
    named('经营实体', 'Businesses'),
    options(
      ['company', '公司', 'company'],
      ['restaurant', '饭店', 'restaurant'],
      ['shop', '商店', 'shop'],
      ['factory', '工厂', 'factory'],
      ['clinic', '诊所', 'clinic'],
      ['other', '其他实体', 'another business'],
      ['stall', '家庭小摊', 'family stall'],
    ),
  ),
  amount('years-away', named('全家外出年数', 'Years the whole household is away'), units.years, [0, 60], {
    whole: true,
  }),
]);

/** 三算. Debt decides points; income and costs are rough, go on the card and decide nothing. */
const computed = inStep('compute', [amount('debt', named('负债', 'Debt'), units.money, [0, 100_000_000])]);

export const livelihoodFacts: FactDefinition[] = [...lookedAt, ...told, ...computed];

const yearly = (key: string, zh: string, en: string, card: string) =>
  amount(key, named(zh, en), units.money, [0, 100_000_000], { card });

/** Of the livelihood, wanted by the household card alone. The division of A30–A35, A50 and A54–A57 is ours. */
export const livelihoodCardFacts: FactDefinition[] = [
  ...inStep('look', [
    land('water-surface', '水面面积', 'Water surface', 'A27'),
    land('returned-forest', '退耕还林面积', 'Land returned to forest', 'A31'),
    text('main-crops', named('主要作物', 'Main crops'), { card: 'A34' }),
  ]),
  ...inStep('compute', [
    yearly('wage-income', '工资性收入', 'Income from wages', 'A50.1'),
    yearly('business-income', '经营性收入', 'Income from business', 'A50.2'),
    yearly('property-income', '财产性收入', 'Income from property', 'A50.3'),
    yearly('transfer-income', '转移性收入', 'Income from transfers', 'A50.4'),
    yearly('costs', '生产经营支出', 'Costs of production', 'A51'),
  ]),
  ...inStep('enter', [
    text('phone', named('联系电话', 'Phone'), { sensitive: 'contact', card: 'phone', maximum: 20 }),
    text('bank-card', named('银行卡号', 'Bank card'), { sensitive: 'identity', card: 'bank-card', maximum: 30 }),
    flags(
      'left-behind',
      named('留守情况', 'Left behind'),
      options(['children', '留守儿童', 'children'], ['women', '留守妇女', 'women'], ['elderly', '留守老人', 'elderly']),
      { card: 'A2' },
    ),
    flags(
      'special-family',
      named('特殊家庭类型', 'Special family'),
      options(
        ['martyr', '烈军属', "a martyr's or soldier's family"],
        ['only-child', '独生子女户', 'a family with one child'],
        ['two-daughters', '双女户', 'a family with two daughters'],
      ),
      { card: 'special-family' },
    ),
    flags(
      'needs',
      named('帮扶需求', 'Help wanted'),
      options(
        ['industry', '产业', 'industry'],
        ['work', '就业', 'work'],
        ['schooling', '教育', 'schooling'],
        ['medical', '医疗', 'medical care'],
        ['house', '住房', 'house'],
        ['relocation', '搬迁', 'relocation'],
      ),
      { card: 'A54' },
    ),
    amount('loan-wanted', named('贷款需求', 'Loan wanted'), units.money, [0, 10_000_000], { card: 'A55' }),
    text('training-wanted', named('培训需求', 'Training wanted'), { card: 'A56' }),
    text('other-needs', named('其他需求', 'Other needs'), { card: 'A57' }),
  ]),
  ...inStep('compare', [text('comparison', named('四比情况', 'How it compares with its neighbours'))]),
];
