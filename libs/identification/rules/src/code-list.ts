import type { FactOption } from './fact';

/**
 * The code lists of 建档立卡 (domain reference, section 9.4), with official codes where the source has them. Keys are ours.
 * Where the source codes a range (07–10 grandchildren), the division of the range is the usual one, not seen in the source.
 */
export const codeLists = {
  /** A1, Guangxi 2015. */
  attribute: list([
    ['ordinary', '一般贫困户', 'ordinary poor household'],
    ['supported-allowance', '扶贫低保户', 'allowance household able to work'],
    ['allowance', '低保户', 'allowance household not able to work'],
  ]),
  /** A1, the national form (guide of another province). */
  nationalAttribute: list([
    ['ordinary', '一般贫困户', 'ordinary poor household'],
    ['allowance', '低保户', 'allowance household'],
    ['five-guarantees', '五保户', 'five-guarantees household'],
    ['poor-allowance', '低保贫困户', 'poor allowance household'],
  ]),
  /** A3: one main cause and at most two others. */
  cause: list([
    ['illness', '因病', 'illness'],
    ['disability', '因残', 'disability'],
    ['schooling', '因学', 'schooling'],
    ['disaster', '因灾', 'disaster'],
    ['land', '缺土地', 'lack of land'],
    ['water', '缺水', 'lack of water'],
    ['skill', '缺技术', 'lack of skill'],
    ['labour', '缺劳力', 'lack of labour'],
    ['money', '缺资金', 'lack of money'],
    ['traffic', '交通条件落后', 'poor roads'],
    ['will', '自身发展动力不足', 'lack of drive'],
    ['other', '其他', 'another cause'],
  ]),
  health: list([
    ['healthy', '健康', 'healthy', '01'],
    ['chronic', '长期慢性病', 'chronically ill', '02'],
    ['grave', '大病', 'gravely ill', '03'],
    ['disabled', '残疾', 'disabled', '04'],
  ]),
  labour: list([
    ['ordinary', '普通劳动力', 'ordinary labour', '01'],
    ['skilled', '技能劳动力', 'skilled labour', '02'],
    ['lost', '丧失劳动力', 'labour lost', '03'],
    ['none', '无劳动力', 'no labour', '04'],
  ]),
  education: list([
    ['illiterate', '文盲或半文盲', 'illiterate or half literate', '01'],
    ['primary', '小学', 'primary school', '02'],
    ['lower-secondary', '初中', 'lower secondary school', '03'],
    ['upper-secondary', '高中', 'upper secondary school', '04'],
    ['higher', '大专及以上', 'college and above', '05'],
    ['below-school-age', '学龄前', 'below school age', '06'],
  ]),
  schoolStage: list([
    ['none', '非在校', 'not at school', '01'],
    ['preschool', '学前', 'preschool', '02'],
    ['primary', '小学', 'primary school', '03'],
    ['year-7', '七年级', 'year seven', '04'],
    ['year-8', '八年级', 'year eight', '05'],
    ['year-9', '九年级', 'year nine', '06'],
    ['upper-secondary-1', '高中一年级', 'upper secondary, first year', '07'],
    ['upper-secondary-2', '高中二年级', 'upper secondary, second year', '08'],
    ['upper-secondary-3', '高中三年级', 'upper secondary, third year', '09'],
    ['vocational-1', '中职一年级', 'vocational secondary, first year', '10'],
    ['vocational-2', '中职二年级', 'vocational secondary, second year', '11'],
    ['vocational-3', '中职三年级', 'vocational secondary, third year', '12'],
    ['vocational-college-1', '高职一年级', 'vocational college, first year', '13'],
    ['vocational-college-2', '高职二年级', 'vocational college, second year', '14'],
    ['vocational-college-3', '高职三年级', 'vocational college, third year', '15'],
    ['university', '大专及以上', 'college or university', '16'],
  ]),
  /** The register keeps the code itself. */
  relation: list([
    ['01', '本人', 'head', '01'],
    ['02', '配偶', 'spouse', '02'],
    ['03', '子', 'son', '03'],
    ['04', '女', 'daughter', '04'],
    ['05', '儿媳', "son's wife", '05'],
    ['06', '女婿', "daughter's husband", '06'],
    ['07', '孙子', "son's son", '07'],
    ['08', '孙女', "son's daughter", '08'],
    ['09', '外孙子', "daughter's son", '09'],
    ['10', '外孙女', "daughter's daughter", '10'],
    ['11', '父亲', 'father', '11'],
    ['12', '母亲', 'mother', '12'],
    ['13', '岳父', "wife's father", '13'],
    ['14', '岳母', "wife's mother", '14'],
    ['15', '公公', "husband's father", '15'],
    ['16', '婆婆', "husband's mother", '16'],
    ['17', '祖父', "father's father", '17'],
    ['18', '祖母', "father's mother", '18'],
    ['19', '外祖父', "mother's father", '19'],
    ['20', '外祖母', "mother's mother", '20'],
    ['99', '其他', 'another', '99'],
  ]),
  workPlace: list([
    ['county', '县内', 'within the county', '01'],
    ['province', '省内县外', 'within the province, outside the county', '02'],
    ['elsewhere', '省外', 'outside the province', '03'],
    ['region', '区内', 'within the region', '04'],
    ['other', '其他', 'another place', '99'],
  ]),
} satisfies Record<string, FactOption[]>;

type Row = [key: string, zh: string, en: string, code?: string];

function list(rows: Row[]): FactOption[] {
  return rows.map(([key, zh, en, code]) => ({ key, name: { zh, en }, ...(code !== undefined && { code }) }));
}
