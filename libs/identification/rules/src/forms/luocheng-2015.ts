import type { Condition, Count, Measure } from '../condition';
import {
  membersWho,
  perHead,
  shareWho,
  total,
  whenAll,
  whenAny,
  whenHas,
  whenHasAny,
  whenIs,
  whenNot,
  whenNumber,
} from '../condition-words';
import { assessedFacts } from '../facts/catalogue';
import type { Form, FormItem, Level, Otherwise } from '../form';

const otherwise: Otherwise = { test: 'otherwise' };

const concrete = whenIs('house-structure', 'brick-concrete', 'reinforced-concrete');
const finishedOrHigh = whenAny(whenIs('house-finish', 'finished'), whenNumber(total('storeys'), { atLeast: 2 }));

const graveOrSevere = membersWho(whenIs('health', 'grave', 'severely-disabled'));
const chronic = membersWho(whenIs('health', 'chronic'));
const chronicOrSlight = membersWho(whenIs('health', 'chronic', 'slightly-disabled'));
const frail = membersWho(whenIs('health', 'frail'));

const inCollege = membersWho(
  whenIs('school-stage', 'vocational-college-1', 'vocational-college-2', 'vocational-college-3', 'university'),
);
const upper = ['upper-secondary-1', 'upper-secondary-2', 'upper-secondary-3'];
const vocational = ['vocational-1', 'vocational-2', 'vocational-3'];
const inUpperSecondary = membersWho(whenIs('school-stage', ...upper, ...vocational));
const atSchool = membersWho(whenNot(whenIs('school-stage', 'none')));

const ableToWork = shareWho(whenIs('labour', 'ordinary', 'skilled'));
const awayHalfAYear = membersWho(whenNumber(total('months-away'), { atLeast: 6 }));
const inSteadyJob = membersWho(whenIs('employment', 'steady', 'large-firm', 'public-post'));
const inOddJobs = membersWho(
  whenAny(whenIs('employment', 'odd-jobs'), whenNumber(total('months-away'), { atLeast: 1 })),
);

const woods = perHead('forest', 'orchard', 'cash-crops');
const atLeast = (fact: string, number: number) => whenNumber(total(fact), { atLeast: number });
const count = (of: Count, number: number) => whenNumber(of, { atLeast: number });

/**
 * 精准识别入户评估表, 18 items and 90 levels, 100 points; the lower the total, the poorer the household.
 *
 * A WORKING RECONSTRUCTION: the official table of points was not found. Topics come from reports of the campaign; every
 * point value, most level cuts, and the facts that stand behind a level (when water is hard to fetch, when stock is kept on a
 * large scale) are ours and must not be presented as official (domain reference, section 1).
 */
export const luocheng2015Form: Form = {
  version: 'luocheng-2015-reconstruction-1',
  standardDate: '2015-10-16',
  facts: assessedFacts,
  items: [
    one('housing', '住房结构与装修', 'Housing structure and finish', 14, [
      [
        '无房或D级危房',
        'no house, or unsafe at grade D',
        0,
        whenAny(whenIs('house-structure', 'none'), whenIs('house-grade', 'D')),
      ],
      [
        'C级危房或简易土坯',
        'unsafe at grade C, or plain adobe',
        3,
        whenAny(whenIs('house-structure', 'adobe'), whenIs('house-grade', 'C')),
      ],
      [
        '土木/木瓦（稳固）',
        'earth and timber or timber and tile, sound',
        6,
        whenIs('house-structure', 'earth-timber', 'timber-tile'),
      ],
      ['砖木', 'brick and timber', 8, whenIs('house-structure', 'brick-timber')],
      [
        '砖混/钢混，毛坯',
        'brick-concrete or reinforced concrete, unfinished',
        11,
        whenAll(concrete, whenNot(finishedOrHigh)),
      ],
      [
        '砖混/钢混，已装修或两层以上',
        'the same, finished or of two storeys and more',
        14,
        whenAll(concrete, finishedOrHigh),
      ],
    ]),
    one(
      'floor-area',
      '人均住房面积',
      'Floor area per head',
      8,
      steps(perHead('floor-area'), [
        ['<13㎡', 'below 13 m²', 0, 0],
        ['13–<20㎡', '13 to below 20 m²', 2, 13],
        ['20–<30㎡', '20 to below 30 m²', 4, 20],
        ['30–<50㎡', '30 to below 50 m²', 6, 30],
        ['≥50㎡', '50 m² and more', 8, 50],
      ]),
    ),
    sum('appliances', '家电', 'Appliances', 6, [
      ['电视机', 'television', 1, whenHas('appliances', 'television')],
      ['电冰箱', 'refrigerator', 1, whenHas('appliances', 'refrigerator')],
      ['洗衣机', 'washing machine', 1, whenHas('appliances', 'washing-machine')],
      ['热水器', 'water heater', 1, whenHas('appliances', 'water-heater')],
      ['电脑', 'computer', 1, whenHas('appliances', 'computer')],
      ['空调或较大音响', 'air conditioner or large audio', 1, whenHas('appliances', 'air-conditioner-or-audio')],
    ]),
    sum('farm-machines', '农机', 'Farm machines', 5, [
      ['拖拉机', 'tractor', 2, whenHas('farm-machines', 'tractor')],
      ['收割机/插秧机', 'harvester or rice transplanter', 2, whenHas('farm-machines', 'harvester-or-transplanter')],
      ['打田机', 'tiller', 1, whenHas('farm-machines', 'tiller')],
      ['碾米机', 'rice mill', 1, whenHas('farm-machines', 'rice-mill')],
      ['其他农机', 'another machine', 1, whenHas('farm-machines', 'other')],
    ]),
    highest('vehicles', '机动车', 'Vehicles (the highest)', 5, [
      ['无', 'none', 0, otherwise],
      ['电动车', 'electric bicycle', 1, whenHas('vehicles', 'electric-bicycle')],
      ['摩托车1辆', 'one motorcycle', 2, atLeast('motorcycles', 1)],
      ['摩托车≥2辆', 'two motorcycles and more', 3, atLeast('motorcycles', 2)],
      ['机动三轮车', 'motor tricycle', 4, whenHas('vehicles', 'motor-tricycle')],
      [
        '价值低于否决线的农用车',
        'farm vehicle worth less than the veto line',
        5,
        whenHasAny('vehicles', 'farm-vehicle', 'van', 'car', 'truck', 'boat'),
      ],
    ]),
    one('water', '饮水', 'Drinking water', 4, [
      [
        '取水困难或季节性缺水',
        'hard to fetch, or short by season',
        0,
        whenAny(atLeast('water-short', 1), atLeast('water-carrying', 21)),
      ],
      ['水柜/水窖', 'tank or cistern', 1, whenIs('water-source', 'cistern')],
      ['山泉/溪水', 'spring or stream', 2, whenIs('water-source', 'spring')],
      ['井水（集中）', 'shared well', 3, whenIs('water-source', 'well')],
      ['自来水', 'piped water', 4, whenIs('water-source', 'piped')],
    ]),
    one('power', '用电', 'Electricity', 3, [
      ['未通电', 'none', 0, whenIs('power', 'none')],
      ['非电网供电', 'off the grid', 1, whenIs('power', 'off-grid')],
      ['通电但不稳定', 'connected, unsteady', 2, whenIs('power', 'unsteady')],
      ['稳定通电', 'connected, steady', 3, whenIs('power', 'steady')],
    ]),
    one('road', '道路', 'Road access', 4, [
      ['不通机动车', 'no motor vehicle can reach', 0, whenIs('road', 'none')],
      ['土路', 'earth road', 1, whenIs('road', 'earth')],
      ['砂石路', 'gravel road', 2, whenIs('road', 'gravel')],
      ['硬化路', 'paved road', 4, whenIs('road', 'paved')],
    ]),
    sensitive(
      one('health', '健康状况', 'Health', 8, [
        ['两人以上大病/重残', 'two or more gravely ill or severely disabled', 0, count(graveOrSevere, 2)],
        ['一人大病或重残', 'one gravely ill or severely disabled', 2, count(graveOrSevere, 1)],
        ['两人以上长期慢性病', 'two or more chronically ill', 3, count(chronic, 2)],
        ['一人慢性病或轻残', 'one chronically ill or slightly disabled', 5, count(chronicOrSlight, 1)],
        ['年老体弱但能自理', 'old and frail, able to look after themselves', 6, count(frail, 1)],
        ['全部健康', 'all healthy', 8, otherwise],
      ]),
    ),
    sensitive(
      one('schooling', '子女读书', 'Schooling burden', 6, [
        ['两名以上大学/高职生', 'two or more at university or vocational college', 0, count(inCollege, 2)],
        ['一名大学/高职生', 'one at university or vocational college', 1, count(inCollege, 1)],
        ['两名以上高中/中职生', 'two or more at upper secondary school', 2, count(inUpperSecondary, 2)],
        ['一名高中/中职生', 'one at upper secondary school', 3, count(inUpperSecondary, 1)],
        ['仅学前或义务教育', 'only preschool or compulsory schooling', 5, count(atSchool, 1)],
        ['无在校生', 'nobody at school', 6, otherwise],
      ]),
    ),
    one('labour-share', '劳动力占家庭人口比重', 'Share of members able to work', 8, [
      ['0', 'none', 0, whenNumber(ableToWork, { atMost: 0 })],
      ['<30%', 'below 30 %', 2, whenNumber(ableToWork, { above: 0, below: 0.3 })],
      ['30–<50%', '30 to below 50 %', 4, whenNumber(ableToWork, { atLeast: 0.3, below: 0.5 })],
      ['50–<70%', '50 to below 70 %', 6, whenNumber(ableToWork, { atLeast: 0.5, below: 0.7 })],
      ['≥70%', '70 % and more', 8, whenNumber(ableToWork, { atLeast: 0.7 })],
    ]),
    highest('off-farm-work', '务工', 'Off-farm work', 8, [
      ['无', 'none', 0, otherwise],
      ['零工/季节工', 'odd jobs or seasonal work', 2, count(inOddJobs, 1)],
      ['一人外出半年以上', 'one away for half a year and more', 4, count(awayHalfAYear, 1)],
      ['两人外出半年以上', 'two away for half a year and more', 6, count(awayHalfAYear, 2)],
      [
        '三人以上或固定工',
        'three and more, or a steady job',
        8,
        whenAny(count(awayHalfAYear, 3), count(inSteadyJob, 1)),
      ],
    ]),
    one(
      'paddy',
      '人均水田',
      'Paddy per head',
      4,
      steps(perHead('paddy'), [
        ['<0.2亩', 'below 0.2 mu', 0, 0],
        ['0.2–<0.5亩', '0.2 to below 0.5 mu', 1, 0.2],
        ['0.5–<1亩', '0.5 to below 1 mu', 2, 0.5],
        ['≥1亩', '1 mu and more', 4, 1],
      ]),
    ),
    one(
      'dry-land',
      '人均旱地',
      'Dry land per head',
      3,
      steps(perHead('dry-land'), [
        ['<0.3亩', 'below 0.3 mu', 0, 0],
        ['0.3–<1亩', '0.3 to below 1 mu', 1, 0.3],
        ['1–<2亩', '1 to below 2 mu', 2, 1],
        ['≥2亩', '2 mu and more', 3, 2],
      ]),
    ),
    one('forest', '人均林地/果园/经济作物', 'Forest, orchard or cash crop per head', 4, [
      ['无', 'none', 0, whenNumber(woods, { atMost: 0 })],
      ['<1.5亩', 'below 1.5 mu', 1, whenNumber(woods, { above: 0, below: 1.5 })],
      ['1.5–<5亩', '1.5 to below 5 mu', 2, whenNumber(woods, { atLeast: 1.5, below: 5 })],
      ['5–<10亩', '5 to below 10 mu', 3, whenNumber(woods, { atLeast: 5, below: 10 })],
      ['≥10亩', '10 mu and more', 4, whenNumber(woods, { atLeast: 10 })],
    ]),
    highest('crop-sales', '种植收益', 'Crop sales', 3, [
      ['仅自给', 'for own use only', 0, otherwise],
      ['少量出售', 'a little is sold', 1, whenIs('crop-sales', 'little')],
      ['稳定出售', 'sold steadily', 2, whenIs('crop-sales', 'steady')],
      [
        '规模种植/合作社',
        'large-scale growing or a cooperative',
        3,
        whenAny(whenIs('crop-sales', 'large-scale'), whenIs('cooperative', 'yes')),
      ],
    ]),
    highest('livestock', '养殖', 'Livestock', 4, [
      ['无', 'none', 0, otherwise],
      ['少量家禽', 'a few fowl', 1, atLeast('fowl', 1)],
      [
        '家禽20羽以上或猪1–2头',
        '20 fowl and more, or one or two pigs',
        2,
        whenAny(atLeast('fowl', 20), atLeast('pigs', 1)),
      ],
      [
        '猪3–9头或牛羊1–2头',
        'three to nine pigs, or one or two cattle or goats',
        3,
        whenAny(atLeast('pigs', 3), atLeast('cattle-and-goats', 1)),
      ],
      [
        '规模养殖',
        'large-scale keeping',
        4,
        whenAny(atLeast('pigs', 10), atLeast('cattle-and-goats', 3), atLeast('fowl', 200)),
      ],
    ]),
    one('debt', '债务与刚性支出', 'Debt and unavoidable spending', 3, [
      ['负债≥5万元', 'debt of CNY 50,000 and more', 0, whenNumber(total('debt'), { atLeast: 50_000 })],
      ['负债3–<5万元', 'CNY 30,000 to below 50,000', 1, whenNumber(total('debt'), { atLeast: 30_000, below: 50_000 })],
      ['负债1–<3万元', 'CNY 10,000 to below 30,000', 1, whenNumber(total('debt'), { atLeast: 10_000, below: 30_000 })],
      ['负债<1万元', 'below CNY 10,000', 2, whenNumber(total('debt'), { above: 0, below: 10_000 })],
      ['无负债', 'no debt', 3, whenNumber(total('debt'), { atMost: 0 })],
    ]),
  ],
};

/**
 * The form as it was at entry, when 是否否决 and 否决原因 had been added (domain reference, section 1). Both are known from the
 * vetoes on record, so that no household is asked again.
 */
export const luocheng2015EntryForm: Form = {
  ...luocheng2015Form,
  version: 'luocheng-2015-reconstruction-2',
  decisions: ['vetoed', 'veto-reason'],
};

type LevelRow = [zh: string, en: string, points: number, when: Condition | Otherwise];

/** Levels that reach from each row's number to below the next row's. */
function steps(of: Measure, rows: [zh: string, en: string, points: number, from: number][]): LevelRow[] {
  return rows.map(([zh, en, points, from], place) => {
    const below = rows[place + 1]?.[3];
    return [zh, en, points, whenNumber(of, { ...(place > 0 && { atLeast: from }), ...(below && { below }) })];
  });
}

function one(key: string, zh: string, en: string, maximum: number, rows: LevelRow[]): FormItem {
  return { key, name: { zh, en }, choice: 'one', maximum, sensitive: false, levels: rows.map(level) };
}

/** A ladder: of the levels that hold, the last printed. */
function highest(key: string, zh: string, en: string, maximum: number, rows: LevelRow[]): FormItem {
  return { ...one(key, zh, en, maximum, rows), take: 'last' };
}

function sum(key: string, zh: string, en: string, maximum: number, rows: LevelRow[]): FormItem {
  return { ...one(key, zh, en, maximum, rows), choice: 'sum', cap: maximum };
}

function sensitive(item: FormItem): FormItem {
  return { ...item, sensitive: true };
}

/** Levels are called A, B, C … in their printed order, as a clerk types them. */
function level([zh, en, points, when]: LevelRow, place: number): Level {
  return { key: String.fromCharCode(65 + place), text: { zh, en }, points, when };
}
