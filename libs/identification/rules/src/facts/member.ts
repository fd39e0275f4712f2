import { codeLists } from '../code-list';
import type { FactDefinition, FactOption } from '../fact';
import { amount, choice, flags, inStep, named, ofMember, options, text, units, yesOrNo } from './define';

/**
 * The official list of health has four codes. The form tells grave from slight disability and knows the old and frail, so
 * its options are finer; each carries the official code.
 */
const healthOptions: FactOption[] = [
  ...codeLists.health.filter(({ key }) => key !== 'disabled'),
  { key: 'severely-disabled', name: named('重度残疾', 'severely disabled'), code: '04' },
  { key: 'slightly-disabled', name: named('轻度残疾', 'slightly disabled'), code: '04' },
  { key: 'frail', name: named('年老体弱但能自理', 'old and frail, able to look after himself'), code: '01' },
];

/** 一进: asked of each member. Who is too young or too old for a question is not asked. */
export const memberFacts: FactDefinition[] = inStep('enter', [
  choice('health', named('健康状况', 'Health'), healthOptions, { sensitive: 'health', card: 'A12' }),
  choice('school-stage', named('在校状况', 'School stage'), codeLists.schoolStage, {
    sensitive: 'schooling',
    card: 'A11',
    unasked: { belowAge: 3, fromAge: 30, value: 'none' },
  }),
  choice('labour', named('劳动能力', 'Labour'), codeLists.labour, {
    card: 'A13',
    unasked: { belowAge: 16, value: 'none' },
  }),
  amount('months-away', named('外出务工月数', 'Months of work away'), units.months, [0, 12], {
    whole: true,
    card: 'A15',
    unasked: { belowAge: 16, value: 0 },
  }),
  choice(
    'employment',
    named('就业', 'Employment'),
    options(
      ['none', '无', 'none'],
      ['odd-jobs', '零工或季节工', 'odd jobs or seasonal work'],
      ['steady', '固定工', 'steady job'],
      ['large-firm', '大型企业稳定就业', 'stably employed in a large firm'],
      ['public-post', '财政供养在编', 'publicly paid, on establishment'],
      ['public-pension', '财政供养退休', 'publicly paid, retired'],
    ),
    { unasked: { belowAge: 16, value: 'none' } },
  ),
]).map(ofMember);

/** Of a member, wanted by the household card alone. The division of A16–A17 and A70–A76 is ours. */
export const memberCardFacts: FactDefinition[] = inStep('enter', [
  choice('education', named('文化程度', 'Education'), codeLists.education, {
    sensitive: 'schooling',
    card: 'A10',
    unasked: { belowAge: 6, value: 'below-school-age' },
  }),
  choice('work-place', named('务工地点', 'Place of work'), codeLists.workPlace, { card: 'A14' }),
  choice('medical-insurance', named('参加医疗保险', 'Medical insurance'), yesOrNo, {
    sensitive: 'health',
    card: 'A16',
  }),
  choice('pension-insurance', named('参加养老保险', 'Pension insurance'), yesOrNo, { card: 'A17' }),
  choice('allowance', named('享受低保', 'Minimum living allowance'), yesOrNo, { card: 'allowance' }),
  text('school', named('就读学校', 'School'), { sensitive: 'schooling', card: 'A70' }),
  text('school-place', named('学校所在地', 'Place of the school'), { sensitive: 'schooling', card: 'A71' }),
  choice('boards', named('寄宿', 'Boards at school'), yesOrNo, { sensitive: 'schooling', card: 'A72' }),
  amount('school-cost', named('年教育支出', 'Cost of schooling a year'), units.money, [0, 1_000_000], {
    sensitive: 'schooling',
    card: 'A73',
  }),
  flags(
    'school-aid',
    named('已享受助学', 'Aid for schooling received'),
    options(
      ['fees', '学费减免', 'fees waived'],
      ['grant', '助学金', 'grant'],
      ['loan', '助学贷款', 'student loan'],
      ['meals', '营养餐', 'school meals'],
    ),
    { sensitive: 'schooling', card: 'A74' },
  ),
  amount('school-aid-amount', named('助学金额', 'Amount of aid a year'), units.money, [0, 1_000_000], {
    sensitive: 'schooling',
    card: 'A75',
  }),
  text('school-aid-wanted', named('助学需求', 'Aid for schooling wanted'), { sensitive: 'schooling', card: 'A76' }),
]).map(ofMember);

/** A3, of the household: what made it poor, one main cause and at most two others. A cause may tell of an illness. */
export const causeFacts: FactDefinition[] = inStep('compute', [
  choice('main-cause', named('主要致贫原因', 'Main cause of poverty'), codeLists.cause, {
    sensitive: 'health',
    card: 'A3.1',
  }),
  flags('other-causes', named('其他致贫原因', 'Other causes of poverty'), codeLists.cause, {
    sensitive: 'health',
    card: 'A3.2',
    maximum: 2,
  }),
]);
