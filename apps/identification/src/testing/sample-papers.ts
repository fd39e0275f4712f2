import { luocheng2015, stageOf, type Profile } from '@jingzhun/identification-rules';
import { commitmentClauses, type CommitmentView } from '../print/commitment.paper';
import type { MinutesView } from '../print/minutes.paper';
import type { NoticeSource, ReviewedHousehold } from '../print/notice.view';
import type { AreaNames, Printing } from '../print/printing';
import type { ScoreSheetView } from '../print/score-sheet.paper';
import { scoreSheetView, type ScoreSheetSource } from '../print/score-sheet.view';
import { unsigned } from '../print/signer';

export const sampleProfile: Profile = {
  ...luocheng2015,
  calendar: {
    dayMilliseconds: 86_400_000,
    startsAt: '2015-10-15T16:00:00Z',
    startsOn: '2015-10-16',
    utcOffsetMinutes: 480,
    restWeekdays: [],
    holidays: [],
    makeUpDays: [],
  },
};

export const sampleForm = luocheng2015.form!;

export const sampleAreas: AreaNames = {
  county: '罗城仫佬族自治县',
  township: '四把镇',
  village: '大新村',
  group: '第3村民小组',
};

export const samplePrinting: Printing = { number: '128', at: new Date('2015-10-28T02:00:00Z'), on: '2015-10-28' };

/** A stream of made-up choices that is the same for the same seed. */
export class Choices {
  constructor(private state: number) {}

  /** A whole number from 0 to `below` - 1. */
  below(below: number): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.state / 2 ** 32) * below);
  }

  of<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)]!;
  }
}

const surnames = [...'罗银吴谢潘梁周韦张黄吕包覃卢莫蓝'];
const givenNames = [...'明华兰秀英福贵生春桂荣海山玉凤林安平'];

/** The name of nobody. */
export function sampleName(choices: Choices): string {
  const given = Array.from({ length: 1 + choices.below(2) }, () => choices.of(givenNames));
  return `${choices.of(surnames)}${given.join('')}`;
}

const vetoes = ['在城镇有住房（含自建）、商铺或地皮', '有价值3万元以上且能使用的农用车、面包车、轿车等'];

export function sampleHouseholds(count: number, seed: number): ReviewedHousehold[] {
  const choices = new Choices(seed);
  return Array.from({ length: count }, (_, place) => ({
    number: `451225105202003${String(place + 1).padStart(4, '0')}`,
    head: sampleName(choices),
    vetoes: choices.below(7) === 0 ? [choices.of(vetoes)] : [],
    ...sampleScore(choices),
  }));
}

function sampleScore(choices: Choices): Omit<ScoreSheetSource['sheet'], 'round' | 'formVersion'> {
  return worth(sampleForm.items.map((item) => ({ item: item.key, levels: [choices.of(item.levels).key] })));
}

/** What marked levels are worth by the form; a paper is laid out the same whatever facts stand behind them. */
function worth(answers: { item: string; levels: string[] }[]) {
  const points = sampleForm.items.map(({ key, levels, cap = Infinity }, place) => {
    const marked = levels.filter((level) => answers[place]!.levels.includes(level.key));
    const sum = marked.reduce((total, level) => total + level.points, 0);
    return { item: key, points: Math.min(sum, cap) };
  });
  const total = points.reduce((sum, each) => sum + each.points, 0);
  return { answers, points, total, facts: [], corrections: [] };
}

export function sampleScoreSheet(seed: number): ScoreSheetSource {
  const choices = new Choices(seed);
  return {
    areas: sampleAreas,
    household: {
      number: '4512251052020030007',
      head: sampleName(choices),
      persons: 4,
      address: '大新村第3村民小组7号',
      stage: 'done',
      round: 1,
    },
    assessedOn: '2015-10-20',
    sheet: { round: 1, formVersion: sampleForm.version, ...sampleScore(choices) },
    profile: sampleProfile,
    form: sampleForm,
  };
}

export function sampleNotice(count: number, seed: number): NoticeSource {
  return {
    areas: sampleAreas,
    reviewedOn: '2015-10-26',
    postedOn: '2015-10-28',
    closesOn: '2015-11-04',
    stage: stageOf(sampleProfile, 'publicity'),
    form: sampleForm,
    households: sampleHouseholds(count, seed),
    objection: { phone: null, code: 'LC-7K4M', url: 'https://example.org/o/LC-7K4M' },
    provisional: null,
  };
}

export function sampleMinutes(count: number, seed: number): MinutesView {
  const choices = new Choices(seed);
  const households = sampleHouseholds(count, seed).map(({ number, head, total }) => {
    const returned = choices.below(9) === 0;
    const against = returned ? 14 : choices.below(3);
    return {
      code: number.slice(-4),
      head,
      total,
      votes: { for: 21 - against - 1, against, abstain: 1 },
      barred: choices.below(4) === 0 ? 1 : 0,
      verdict: returned ? ('returned' as const) : ('confirmed' as const),
      reason: returned ? '群众反映有农用车一辆，评估表未记载' : null,
    };
  });
  return {
    kind: 'group',
    areas: sampleAreas,
    round: 1,
    sittings: [
      {
        on: '2015-10-26',
        place: '大新村第3村民小组晒谷场',
        chair: sampleName(choices),
        recorder: sampleName(choices),
        presence: { seats: 28, taken: 22, needed: 19 },
        attendees: Array.from({ length: 22 }, (_, place) => ({
          name: sampleName(choices),
          as: place < 2 ? '村干部' : '户代表',
        })),
        text:
          '主持人宣读评议办法，说明回避要求和表决规则。工作队员逐户介绍入户评估情况、各项得分及依据，与会人员逐户提问、补充。\n' +
          '对第5户的农用车、第11户的外出务工人数有不同意见，经讨论后付表决。表决采取举手方式，当场计票、当场公布。',
        adjourned: null,
      },
    ],
    households,
    signers: unsigned('主持人', '记录人', '群众代表'),
    provisional: null,
  };
}

export function sampleCommitment(seed: number): CommitmentView {
  return {
    areas: sampleAreas,
    household: { number: '4512251052020030007', head: sampleName(new Choices(seed)) },
    clauses: commitmentClauses,
    signers: unsigned('承诺人（户主）', '见证人（工作队员）'),
  };
}

/** One household whose levels fit its facts, as the sheet looks when facts are recorded with the levels. */
export function sampleSheetWithFacts(): ScoreSheetView {
  const seen: [levels: string, fact: string][] = [
    ['D', '砖木结构，1层，未装修'],
    ['B', '住房面积61㎡，4人'],
    ['AB', '电视机1台、电冰箱1台'],
    ['C', '打田机1台'],
    ['C', '摩托车1辆'],
    ['C', '山泉水，管道引入'],
    ['D', '农村电网，稳定'],
    ['C', '砂石路通到家门口'],
    ['D', '1人慢性病'],
    ['D', '1人读高中'],
    ['D', '4人中2人有劳动能力'],
    ['C', '1人外出务工8个月'],
    ['C', '水田2.4亩，4人'],
    ['B', '旱地1.6亩，4人'],
    ['B', '果园2.0亩，4人'],
    ['B', '稻谷少量出售'],
    ['C', '猪2头，鸡12羽'],
    ['C', '建房借款2万元'],
  ];
  const answers = sampleForm.items.map(({ key }, place) => ({ item: key, levels: [...seen[place]![0]] }));
  const source = sampleScoreSheet(3);
  const view = scoreSheetView({
    ...source,
    sheet: { round: 1, formVersion: sampleForm.version, ...worth(answers) },
  });
  return { ...view, items: view.items.map((item, place) => ({ ...item, fact: seen[place]![1] })) };
}
