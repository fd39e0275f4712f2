import type { FactDefinition } from '../fact';
import { amount, choice, flags, inStep, named, options, units, yesOrNo } from './define';

/**
 * 二看, the house and what belongs to it. Card codes: A18–A24 and A36–A45 are ranges in the source; which code of a range is
 * which fact, and numbers behind a point, are our division (domain reference, section 9.4).
 */
export const dwellingFacts: FactDefinition[] = inStep('look', [
  choice(
    'house-structure',
    named('房屋结构', 'House structure'),
    options(
      ['none', '无房', 'no house'],
      ['adobe', '简易土坯', 'plain adobe'],
      ['earth-timber', '土木', 'earth and timber'],
      ['timber-tile', '木瓦', 'timber and tile'],
      ['brick-timber', '砖木', 'brick and timber'],
      ['brick-concrete', '砖混', 'brick-concrete'],
      ['reinforced-concrete', '钢混', 'reinforced concrete'],
    ),
    { card: 'A18' },
  ),
  choice(
    'house-grade',
    named('房屋安全等级', 'House safety grade'),
    options(
      ['A', 'A级', 'grade A'],
      ['B', 'B级', 'grade B'],
      ['C', 'C级危房', 'grade C, unsafe'],
      ['D', 'D级危房', 'grade D, unsafe'],
    ),
    { card: 'A20' },
  ),
  choice(
    'house-finish',
    named('房屋装修', 'House finish'),
    options(['bare', '毛坯', 'unfinished'], ['finished', '已装修', 'finished']),
  ),
  amount('storeys', named('房屋层数', 'Storeys'), units.storeys, [0, 10], { whole: true }),
  amount('floor-area', named('住房面积', 'Floor area'), units.area, [0, 2000]),
  flags(
    'appliances',
    named('家电', 'Appliances'),
    options(
      ['television', '电视机', 'television'],
      ['refrigerator', '电冰箱', 'refrigerator'],
      ['washing-machine', '洗衣机', 'washing machine'],
      ['water-heater', '热水器', 'water heater'],
      ['computer', '电脑', 'computer'],
      ['air-conditioner-or-audio', '空调或较大音响', 'air conditioner or large audio'],
    ),
    { card: 'A22' },
  ),
  flags(
    'farm-machines',
    named('农机', 'Farm machines'),
    options(
      ['tractor', '拖拉机', 'tractor'],
      ['harvester-or-transplanter', '收割机/插秧机', 'harvester or rice transplanter'],
      ['tiller', '打田机', 'tiller'],
      ['rice-mill', '碾米机', 'rice mill'],
      ['other', '其他农机', 'another machine'],
    ),
    { card: 'A23' },
  ),
  amount('motorcycles', named('摩托车', 'Motorcycles'), units.pieces, [0, 10], { whole: true, card: 'A24.1' }),
  flags(
    'vehicles',
    named('其他机动车', 'Other vehicles'),
    options(
      ['electric-bicycle', '电动车', 'electric bicycle'],
      ['motor-tricycle', '机动三轮车', 'motor tricycle'],
      ['farm-vehicle', '农用车', 'farm vehicle'],
      ['van', '面包车', 'van'],
      ['car', '轿车', 'car'],
      ['truck', '卡车', 'truck'],
      ['boat', '机动船', 'motor boat'],
    ),
    { card: 'A24.2' },
  ),
  amount(
    'vehicle-worth',
    named('最贵车辆或农机价值', 'Worth of the dearest working vehicle or machine'),
    units.money,
    [0, 10_000_000],
  ),
  choice(
    'water-source',
    named('饮水来源', 'Source of drinking water'),
    options(
      ['cistern', '水柜/水窖', 'tank or cistern'],
      ['spring', '山泉/溪水', 'spring or stream'],
      ['well', '井水（集中）', 'shared well'],
      ['piped', '自来水', 'piped water'],
    ),
    { card: 'A36' },
  ),
  amount('water-short', named('缺水月数', 'Months short of water'), units.months, [0, 12], {
    whole: true,
    card: 'A37',
  }),
  amount('water-carrying', named('取水往返时间', 'Time to fetch water'), units.minutes, [0, 600], {
    whole: true,
    card: 'A38',
  }),
  choice(
    'power',
    named('用电', 'Electricity'),
    options(
      ['none', '未通电', 'none'],
      ['off-grid', '非电网供电', 'off the grid'],
      ['unsteady', '通电但不稳定', 'connected, unsteady'],
      ['steady', '稳定通电', 'connected, steady'],
    ),
    { card: 'A41' },
  ),
  choice(
    'road',
    named('入户道路', 'Road to the house'),
    options(
      ['none', '不通机动车', 'no motor vehicle can reach'],
      ['earth', '土路', 'earth road'],
      ['gravel', '砂石路', 'gravel road'],
      ['paved', '硬化路', 'paved road'],
    ),
    { card: 'A43' },
  ),
]);

/** Of the house, wanted by the household card alone. */
export const dwellingCardFacts: FactDefinition[] = inStep('look', [
  choice('house-rebuilt', named('近年改造危房', 'Unsafe house rebuilt of late'), yesOrNo, { card: 'A21' }),
  amount('water-litres', named('人均日用水量', 'Water per head and day'), units.litres, [0, 1000], { card: 'A39' }),
  choice('water-safe', named('饮水安全', 'Water safe to drink'), yesOrNo, { card: 'A40' }),
  choice('television-signal', named('通广播电视', 'Television or radio signal'), yesOrNo, { card: 'A42' }),
  amount('paved-road-distance', named('距硬化路', 'Distance to a paved road'), units.distance, [0, 200], {
    card: 'A44',
  }),
  amount('clinic-distance', named('距卫生室', 'Distance to the clinic'), units.distance, [0, 200], { card: 'A45' }),
  choice(
    'toilet',
    named('厕所', 'Toilet'),
    options(['none', '无', 'none'], ['dry', '旱厕', 'dry'], ['sanitary', '卫生厕所', 'sanitary']),
    { card: 'A46' },
  ),
  choice(
    'fuel',
    named('主要燃料', 'Main fuel'),
    options(
      ['firewood', '柴草', 'firewood'],
      ['coal', '煤', 'coal'],
      ['biogas', '沼气', 'biogas'],
      ['gas', '燃气', 'gas'],
      ['electricity', '电', 'electricity'],
    ),
    { card: 'A47' },
  ),
]);
