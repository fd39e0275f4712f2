import { membersWho, perHead, total, whenAll, whenAny, whenHasAny, whenIs, whenNumber } from '../condition-words';
import type { VetoRule } from '../veto';

/** The sum from which a vehicle or machine counts: general knowledge, not seen in a Guangxi source. */
const dearVehicle = 30_000;

const twoStoreys = whenNumber(total('storeys'), { atLeast: 2 });
const fineConcrete = whenAll(
  whenIs('house-structure', 'brick-concrete', 'reinforced-concrete'),
  whenIs('house-finish', 'finished'),
);
const timber = whenIs('house-structure', 'earth-timber', 'timber-tile');

/**
 * 一票否决, eight rules (domain reference, section 2). That there are eight and what most are about was seen in sources; every
 * condition is a paraphrase, and all thresholds are GENERAL KNOWLEDGE and must not be presented as official.
 */
export const luocheng2015Vetoes: VetoRule[] = [
  {
    key: 'V1',
    condition: {
      zh: '两层以上砖混结构且装修的住房，或两层木结构住房，人均50㎡以上',
      en: 'a finished brick-concrete house of two storeys and more, or a timber house of two, with 50 m² and more per head',
    },
    evidence: ['photo', 'measurement'],
    marks: { topic: 'G', thresholds: 'G' },
    suggests: whenAll(twoStoreys, whenAny(fineConcrete, timber), whenNumber(perHead('floor-area'), { atLeast: 50 })),
  },
  {
    key: 'V2',
    condition: {
      zh: '在城镇有住房（含自建）、商铺或地皮',
      en: 'a dwelling, self-built ones included, a shop or a land plot in a town or city',
    },
    exception: { zh: '移民安置房', en: 'resettlement housing' },
    evidence: ['property-record'],
    source: 'property',
    marks: { topic: 'S', thresholds: 'G' },
    suggests: whenHasAny('town-property', 'dwelling', 'shop', 'plot'),
  },
  {
    key: 'V3',
    condition: {
      zh: '家庭成员开办公司或其他实体（饭店、商店、工厂、诊所等）',
      en: 'a member runs a company or other business: restaurant, shop, factory, clinic',
    },
    exception: { zh: '经核实的家庭小摊', en: 'a tiny family stall, after a check' },
    evidence: ['business-record'],
    source: 'companies',
    marks: { topic: 'S', thresholds: 'G' },
    suggests: whenHasAny('businesses', 'company', 'restaurant', 'shop', 'factory', 'clinic', 'other'),
  },
  {
    key: 'V4',
    condition: {
      zh: '有能使用的价值3万元以上的拖拉机、收割机、面包车、轿车、卡车、船等',
      en: 'a working tractor, harvester, van, car, truck or boat worth CNY 30,000 and more',
    },
    exception: { zh: '摩托车、残疾人代步车（外省规定）', en: 'motorcycles and vehicles of the disabled, elsewhere' },
    evidence: ['vehicle-record', 'price-record', 'photo'],
    source: 'vehicles',
    marks: { topic: 'S', thresholds: 'G' },
    suggests: whenNumber(total('vehicle-worth'), { atLeast: dearVehicle }),
  },
  {
    key: 'V5',
    condition: {
      zh: '有一人以上（含退休）为财政供养在编人员，或在国有、大型民营企业稳定就业',
      en: 'a member, or a retired one, is publicly paid on establishment, or stably employed in a state or large private firm',
    },
    evidence: ['payroll-record'],
    source: 'payroll',
    marks: { topic: 'S', thresholds: 'G' },
    suggests: whenNumber(membersWho(whenIs('employment', 'public-post', 'public-pension', 'large-firm')), {
      atLeast: 1,
    }),
  },
  {
    key: 'V6',
    condition: {
      zh: '全家外出三年以上且无人回来',
      en: 'the whole household is away for three years and more, nobody returns',
    },
    exception: {
      zh: '长期外出者到务工地走访或电话核实',
      en: 'those long away are visited at their place of work, or telephoned, first',
    },
    evidence: ['village-statement', 'team-record'],
    marks: { topic: 'G', thresholds: 'G' },
    suggests: whenNumber(total('years-away'), { atLeast: 3 }),
  },
  {
    key: 'V7',
    condition: {
      zh: '有劳动能力和条件却好逸恶劳，或有明显吸毒、赌博等行为',
      en: 'able and with means but refusing work, or clear habits of drugs or gambling',
    },
    evidence: ['minutes', 'police-record'],
    marks: { topic: 'S', thresholds: 'G' },
  },
  {
    key: 'V8',
    condition: {
      zh: '为享受政策迁入户口的空挂户，或拆户、分户',
      en: 'registration moved in, or a household split, only to qualify',
    },
    exception: { zh: '因婚姻、继承等正常分户', en: 'a genuine split: marriage, inheritance' },
    evidence: ['registration-history'],
    source: 'registration',
    marks: { topic: 'S', thresholds: 'G' },
  },
];
