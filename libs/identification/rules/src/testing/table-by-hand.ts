import type { Observation } from '../fact';
import { ageOn, type RegisteredMember } from '../register-fact';
import { standardDate } from './any-household';

/** The points of the form of 2015 by item, read by hand: the table once more, written without a condition of the form. */
export function byTheTable(
  members: readonly RegisteredMember[],
  observations: readonly Observation[],
): Record<string, number> {
  const value = (fact: string, member?: string) =>
    observations.find((each) => each.fact === fact && each.member === member)?.value;
  const text = (fact: string, member?: string) => value(fact, member) as string;
  const number = (fact: string, member?: string) => Number(value(fact, member));
  const heads = members.length;
  const age = (member: RegisteredMember) => ageOn(member.birthDate, standardDate);
  const how = (holds: (member: RegisteredMember) => boolean) => members.filter(holds).length;
  /** Per head, in thousandths times the heads: points of the last cut that is reached. */
  const perHead = (amount: number, cuts: number[], points: number[]) =>
    points[cuts.filter((cut) => Math.round(amount * 1000) >= Math.round(cut * 1000) * heads).length]!;

  const structure = text('house-structure');
  const grade = text('house-grade');
  const fine = text('house-finish') === 'finished' || number('storeys') >= 2;
  const concrete = ['brick-concrete', 'reinforced-concrete'].includes(structure);
  const housing = () => {
    if (structure === 'none' || grade === 'D') return 0;
    if (structure === 'adobe' || grade === 'C') return 3;
    if (structure === 'brick-timber') return 8;
    if (!concrete) return 6;
    return fine ? 14 : 11;
  };
  const machinePoints: Record<string, number> = { tractor: 2, 'harvester-or-transplanter': 2 };
  const machines = (value('farm-machines') as string[]).reduce((sum, each) => sum + (machinePoints[each] ?? 1), 0);
  const vehicles = value('vehicles') as string[];
  const vehicle = () => {
    if (vehicles.some((each) => !['electric-bicycle', 'motor-tricycle'].includes(each))) return 5;
    if (vehicles.includes('motor-tricycle')) return 4;
    if (number('motorcycles') >= 2) return 3;
    if (number('motorcycles') === 1) return 2;
    return vehicles.length;
  };
  const hard = number('water-short') > 0 || number('water-carrying') > 20;
  const health = () => {
    const ill = (...kinds: string[]) => how(({ id }) => kinds.includes(text('health', id)));
    const grave = ill('grave', 'severely-disabled');
    if (grave > 0) return grave > 1 ? 0 : 2;
    if (ill('chronic') > 1) return 3;
    if (ill('chronic', 'slightly-disabled') > 0) return 5;
    return ill('frail') > 0 ? 6 : 8;
  };
  const schooling = () => {
    const stages = members.filter((each) => age(each) >= 3 && age(each) < 30).map(({ id }) => text('school-stage', id));
    const high = stages.filter((stage) => stage === 'university' || stage.startsWith('vocational-college')).length;
    if (high > 0) return high > 1 ? 0 : 1;
    const upper = stages.filter((stage) => /^(upper-secondary|vocational)-/.test(stage)).length;
    if (upper > 0) return upper > 1 ? 2 : 3;
    return stages.every((stage) => stage === 'none') ? 6 : 5;
  };
  const grown = members.filter((member) => age(member) >= 16);
  const able = grown.filter(({ id }) => ['ordinary', 'skilled'].includes(text('labour', id))).length;
  const labour = () => {
    if (able === 0) return 0;
    return [0.3, 0.5, 0.7].reduce(
      (points, cut) => (able * 10 >= Math.round(cut * 10) * heads ? points + 2 : points),
      2,
    );
  };
  const work = () => {
    const months = grown.map(({ id }) => number('months-away', id));
    const jobs = grown.map(({ id }) => text('employment', id));
    const long = months.filter((each) => each >= 6).length;
    if (long >= 3 || jobs.some((job) => ['steady', 'large-firm', 'public-post'].includes(job))) return 8;
    if (long > 0) return 2 + 2 * long;
    return jobs.includes('odd-jobs') || months.some((each) => each > 0) ? 2 : 0;
  };
  const woods =
    ['forest', 'orchard', 'cash-crops'].reduce((sum, fact) => sum + Math.round(number(fact) * 1000), 0) / 1000;
  const [fowl, pigs, cattle] = [number('fowl'), number('pigs'), number('cattle-and-goats')];
  const livestock = () => {
    if (pigs >= 10 || cattle >= 3 || fowl >= 200) return 4;
    if (pigs >= 3 || cattle >= 1) return 3;
    if (pigs >= 1 || fowl >= 20) return 2;
    return fowl > 0 ? 1 : 0;
  };
  const debt = number('debt');
  const owing = debt >= 10_000 ? 1 : 2;
  return {
    housing: housing(),
    'floor-area': perHead(number('floor-area'), [13, 20, 30, 50], [0, 2, 4, 6, 8]),
    appliances: (value('appliances') as string[]).length,
    'farm-machines': Math.min(5, machines),
    vehicles: vehicle(),
    water: hard ? 0 : { cistern: 1, spring: 2, well: 3, piped: 4 }[text('water-source')]!,
    power: { none: 0, 'off-grid': 1, unsteady: 2, steady: 3 }[text('power')]!,
    road: { none: 0, earth: 1, gravel: 2, paved: 4 }[text('road')]!,
    health: health(),
    schooling: schooling(),
    'labour-share': labour(),
    'off-farm-work': work(),
    paddy: perHead(number('paddy'), [0.2, 0.5, 1], [0, 1, 2, 4]),
    'dry-land': perHead(number('dry-land'), [0.3, 1, 2], [0, 1, 2, 3]),
    forest: woods === 0 ? 0 : perHead(woods, [1.5, 5, 10], [1, 2, 3, 4]),
    'crop-sales':
      text('cooperative') === 'yes' ? 3 : { 'own-use': 0, little: 1, steady: 2, 'large-scale': 3 }[text('crop-sales')]!,
    livestock: livestock(),
    debt: debt === 0 ? 3 : debt >= 50_000 ? 0 : owing,
  };
}
