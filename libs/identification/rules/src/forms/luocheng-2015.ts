import type { Form, FormItem, Level } from '../form';

/**
 * 精准识别入户评估表, 18 items and 90 levels, 100 points; the lower the total, the poorer the household.
 *
 * A WORKING RECONSTRUCTION: the official table of points was not found. Topics come from reports of the campaign; every
 * point value and most level cuts are ours and must not be presented as official.
 */
export const luocheng2015Form: Form = {
  version: 'luocheng-2015-reconstruction-1',
  items: [
    one('housing', '住房结构与装修', 'Housing structure and finish', 14, [
      ['无房或D级危房', 'no house, or unsafe at grade D', 0],
      ['C级危房或简易土坯', 'unsafe at grade C, or plain adobe', 3],
      ['土木/木瓦（稳固）', 'earth and timber or timber and tile, sound', 6],
      ['砖木', 'brick and timber', 8],
      ['砖混/钢混，毛坯', 'brick-concrete or reinforced concrete, unfinished', 11],
      ['砖混/钢混，已装修或两层以上', 'the same, finished or of two storeys and more', 14],
    ]),
    one('floor-area', '人均住房面积', 'Floor area per head', 8, [
      ['<13㎡', 'below 13 m²', 0],
      ['13–<20㎡', '13 to below 20 m²', 2],
      ['20–<30㎡', '20 to below 30 m²', 4],
      ['30–<50㎡', '30 to below 50 m²', 6],
      ['≥50㎡', '50 m² and more', 8],
    ]),
    sum('appliances', '家电', 'Appliances', 6, [
      ['电视机', 'television', 1],
      ['电冰箱', 'refrigerator', 1],
      ['洗衣机', 'washing machine', 1],
      ['热水器', 'water heater', 1],
      ['电脑', 'computer', 1],
      ['空调或较大音响', 'air conditioner or large audio', 1],
    ]),
    sum('farm-machines', '农机', 'Farm machines', 5, [
      ['拖拉机', 'tractor', 2],
      ['收割机/插秧机', 'harvester or rice transplanter', 2],
      ['打田机', 'tiller', 1],
      ['碾米机', 'rice mill', 1],
      ['其他农机', 'another machine', 1],
    ]),
    one('vehicles', '机动车', 'Vehicles (the highest)', 5, [
      ['无', 'none', 0],
      ['电动车', 'electric bicycle', 1],
      ['摩托车1辆', 'one motorcycle', 2],
      ['摩托车≥2辆', 'two motorcycles and more', 3],
      ['机动三轮车', 'motor tricycle', 4],
      ['价值低于否决线的农用车', 'farm vehicle worth less than the veto line', 5],
    ]),
    one('water', '饮水', 'Drinking water', 4, [
      ['取水困难或季节性缺水', 'hard to fetch, or short by season', 0],
      ['水柜/水窖', 'tank or cistern', 1],
      ['山泉/溪水', 'spring or stream', 2],
      ['井水（集中）', 'shared well', 3],
      ['自来水', 'piped water', 4],
    ]),
    one('power', '用电', 'Electricity', 3, [
      ['未通电', 'none', 0],
      ['非电网供电', 'off the grid', 1],
      ['通电但不稳定', 'connected, unsteady', 2],
      ['稳定通电', 'connected, steady', 3],
    ]),
    one('road', '道路', 'Road access', 4, [
      ['不通机动车', 'no motor vehicle can reach', 0],
      ['土路', 'earth road', 1],
      ['砂石路', 'gravel road', 2],
      ['硬化路', 'paved road', 4],
    ]),
    sensitive(
      one('health', '健康状况', 'Health', 8, [
        ['两人以上大病/重残', 'two or more gravely ill or severely disabled', 0],
        ['一人大病或重残', 'one gravely ill or severely disabled', 2],
        ['两人以上长期慢性病', 'two or more chronically ill', 3],
        ['一人慢性病或轻残', 'one chronically ill or slightly disabled', 5],
        ['年老体弱但能自理', 'old and frail, able to look after themselves', 6],
        ['全部健康', 'all healthy', 8],
      ]),
    ),
    sensitive(
      one('schooling', '子女读书', 'Schooling burden', 6, [
        ['两名以上大学/高职生', 'two or more at university or vocational college', 0],
        ['一名大学/高职生', 'one at university or vocational college', 1],
        ['两名以上高中/中职生', 'two or more at upper secondary school', 2],
        ['一名高中/中职生', 'one at upper secondary school', 3],
        ['仅学前或义务教育', 'only preschool or compulsory schooling', 5],
        ['无在校生', 'nobody at school', 6],
      ]),
    ),
    one('labour-share', '劳动力占家庭人口比重', 'Share of members able to work', 8, [
      ['0', 'none', 0],
      ['<30%', 'below 30 %', 2],
      ['30–<50%', '30 to below 50 %', 4],
      ['50–<70%', '50 to below 70 %', 6],
      ['≥70%', '70 % and more', 8],
    ]),
    one('off-farm-work', '务工', 'Off-farm work', 8, [
      ['无', 'none', 0],
      ['零工/季节工', 'odd jobs or seasonal work', 2],
      ['一人外出半年以上', 'one away for half a year and more', 4],
      ['两人外出半年以上', 'two away for half a year and more', 6],
      ['三人以上或固定工', 'three and more, or a steady job', 8],
    ]),
    one('paddy', '人均水田', 'Paddy per head', 4, [
      ['<0.2亩', 'below 0.2 mu', 0],
      ['0.2–<0.5亩', '0.2 to below 0.5 mu', 1],
      ['0.5–<1亩', '0.5 to below 1 mu', 2],
      ['≥1亩', '1 mu and more', 4],
    ]),
    one('dry-land', '人均旱地', 'Dry land per head', 3, [
      ['<0.3亩', 'below 0.3 mu', 0],
      ['0.3–<1亩', '0.3 to below 1 mu', 1],
      ['1–<2亩', '1 to below 2 mu', 2],
      ['≥2亩', '2 mu and more', 3],
    ]),
    one('forest', '人均林地/果园/经济作物', 'Forest, orchard or cash crop per head', 4, [
      ['无', 'none', 0],
      ['<1.5亩', 'below 1.5 mu', 1],
      ['1.5–<5亩', '1.5 to below 5 mu', 2],
      ['5–<10亩', '5 to below 10 mu', 3],
      ['≥10亩', '10 mu and more', 4],
    ]),
    one('crop-sales', '种植收益', 'Crop sales', 3, [
      ['仅自给', 'for own use only', 0],
      ['少量出售', 'a little is sold', 1],
      ['稳定出售', 'sold steadily', 2],
      ['规模种植/合作社', 'large-scale growing or a cooperative', 3],
    ]),
    one('livestock', '养殖', 'Livestock', 4, [
      ['无', 'none', 0],
      ['少量家禽', 'a few fowl', 1],
      ['家禽20羽以上或猪1–2头', '20 fowl and more, or one or two pigs', 2],
      ['猪3–9头或牛羊1–2头', 'three to nine pigs, or one or two cattle or goats', 3],
      ['规模养殖', 'large-scale keeping', 4],
    ]),
    one('debt', '债务与刚性支出', 'Debt and unavoidable spending', 3, [
      ['负债≥5万元', 'debt of CNY 50,000 and more', 0],
      ['负债3–<5万元', 'CNY 30,000 to below 50,000', 1],
      ['负债1–<3万元', 'CNY 10,000 to below 30,000', 1],
      ['负债<1万元', 'below CNY 10,000', 2],
      ['无负债', 'no debt', 3],
    ]),
  ],
};

type LevelRow = [zh: string, en: string, points: number];

function one(key: string, zh: string, en: string, maximum: number, rows: LevelRow[]): FormItem {
  return { key, name: { zh, en }, choice: 'one', maximum, sensitive: false, levels: rows.map(level) };
}

function sum(key: string, zh: string, en: string, maximum: number, rows: LevelRow[]): FormItem {
  return { ...one(key, zh, en, maximum, rows), choice: 'sum', cap: maximum };
}

function sensitive(item: FormItem): FormItem {
  return { ...item, sensitive: true };
}

/** Levels are called A, B, C … in their printed order, as a clerk types them. */
function level([zh, en, points]: LevelRow, place: number): Level {
  return { key: String.fromCharCode(65 + place), text: { zh, en }, points };
}
