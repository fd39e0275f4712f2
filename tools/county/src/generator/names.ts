import type { Random } from './random';

export type People = '仫佬族' | '壮族' | '汉族' | '瑶族' | '苗族' | '侗族';
export type Sex = 'male' | 'female';

type Weighted<T> = readonly (readonly [T, number])[];

/**
 * Surnames by people (reference/domain.md section 8; those of 苗 and 侗 and all weights are guesses). Names are put together
 * from these lists and the characters below, so that no person named in a source is copied.
 */
const surnames: Readonly<Record<People, Weighted<string>>> = {
  仫佬族: weigh('罗银吴谢', 8, '潘梁周韦张黄吕包覃卢', 3),
  壮族: weigh('韦覃黄', 8, '莫蒙陆蓝', 4),
  汉族: weigh('李陈刘杨', 6, '王何邓唐廖曾', 2),
  瑶族: weigh('蓝蒙盘赵', 5),
  苗族: weigh('杨石龙', 5, '梁贾', 2),
  侗族: weigh('杨吴石', 5, '陆粟', 2),
};

/** Who lives where, in shares of a hundred. Guesses: 仫佬 live in the six eastern towns, 壮 everywhere, 瑶 苗 侗 in the hills. */
const mixes = {
  mulao: mix(52, 22, 18, 4, 2, 2),
  mixed: mix(34, 30, 26, 4, 3, 3),
  zhuang: mix(8, 62, 14, 9, 4, 3),
  hills: mix(6, 46, 10, 20, 11, 7),
};

const mixOfTownship: Readonly<Record<string, Weighted<People>>> = {
  '451225100': mixes.mulao,
  '451225101': mixes.mixed,
  '451225102': mixes.mixed,
  '451225103': mixes.mulao,
  '451225105': mixes.mulao,
  '451225106': mixes.mixed,
  '451225107': mixes.zhuang,
  '451225200': mixes.hills,
  '451225202': mixes.zhuang,
  '451225203': mixes.hills,
  '451225204': mixes.zhuang,
};

const maleGiven = [
  ...'强军勇斌辉波涛亮杰超峰刚平云海山林松明华国建文志光永宏成荣德福祥忠义新东宁安康乐贵昌茂富旺春生才达远',
];
const femaleGiven = [...'英梅兰秀芳珍玉琴凤莲芬丽娟红艳燕霞萍香桂月花春秋菊妹娇翠美云彩连爱群素雪晴慧敏静洁琼瑶婷媛'];
const middle = [...'家世承兴启绍朝廷庆运景维显仕日祖有汉金水木炳仁信礼善思如小晓开仲秋春玉桂秀彩'];

const hamletFirst = [...'上下大小中拉古板那洞龙水寨岩塘坡桥岭石木坪冲新老北南东西'];
const hamletSecond = [...'坪岭塘洞寨楼村底背口岜朗良桥井坡荣安乐和谷山沟田江湾'];

/** The people of a household that lives in this village. */
export function drawPeople(villageCode: string, chance: Random): People {
  return chance.weighted(mixOfTownship[villageCode.slice(0, 9)] ?? mixes.mixed);
}

export function drawSurname(people: People, chance: Random): string {
  return chance.weighted(surnames[people]);
}

/** A given name of one or two characters, never a repeated one. */
export function drawGivenName(sex: Sex, chance: Random): string {
  const last = chance.pick(sex === 'male' ? maleGiven : femaleGiven);
  if (chance.chance(0.25)) return last;
  const first = chance.pick(middle);
  return first === last ? last : first + last;
}

/** Distinct names for the hamlets of one village; past the possible pairs they are numbered. */
export function hamletNames(count: number, chance: Random): string[] {
  const names = new Set<string>();
  for (let tries = 0; names.size < count && tries < count * 20; tries++) {
    const [first, second] = [chance.pick(hamletFirst), chance.pick(hamletSecond)];
    if (first !== second) names.add(`${first}${second}屯`);
  }
  while (names.size < count) names.add(`新村${names.size + 1}屯`);
  return [...names];
}

function weigh(common: string, weight: number, others = '', otherWeight = 0): Weighted<string> {
  return [
    ...[...common].map((name) => [name, weight] as const),
    ...[...others].map((name) => [name, otherWeight] as const),
  ];
}

function mix(mulao: number, zhuang: number, han: number, yao: number, miao: number, dong: number): Weighted<People> {
  return [
    ['仫佬族', mulao],
    ['壮族', zhuang],
    ['汉族', han],
    ['瑶族', yao],
    ['苗族', miao],
    ['侗族', dong],
  ];
}
