import { apportion } from './apportion';
import { populationOfTownship } from './luocheng-2015';
import { hamletNames } from './names';
import { random, type Random } from './random';
import { realAreas, type RealArea } from './real-areas';
import type { Size } from './size';

export interface Hamlet {
  code: string;
  name: string;
}

export interface Group {
  code: string;
  name: string;
  households: number;
  /** The hamlets whose households belong to this group: one as a rule, or several small ones. */
  hamlets: Hamlet[];
}

export interface Village {
  code: string;
  name: string;
  kind: string;
  poor: boolean;
  groups: Group[];
  hamlets: Hamlet[];
}

export interface Township {
  code: string;
  name: string;
  kind: string;
  villages: Village[];
}

export interface Areas {
  code: string;
  name: string;
  kind: string;
  townships: Township[];
}

/** The county's areas: real down to the village, made up below it. */
export function areasOf(size: Size, seed: string): Areas {
  const real = realAreas();
  const county = real.find((area) => area.level === 'county');
  if (!county) throw new Error('the list of areas has no county');
  const chosen = chooseVillages(size, real, random(seed, 'villages'));
  const poor = choosePoor(chosen, size.poorVillages, random(seed, 'poor villages'));
  const plans = [
    ...planVillages(
      chosen.filter((village) => poor.has(village.code)),
      size.groupsInPoorVillages,
      size.inPoorVillages,
      random(seed, 'groups of poor villages'),
    ),
    ...planVillages(
      chosen.filter((village) => !poor.has(village.code)),
      size.groups - size.groupsInPoorVillages,
      size.households - size.inPoorVillages,
      random(seed, 'groups elsewhere'),
    ),
  ].sort((one, other) => (one.area.code < other.area.code ? -1 : 1));
  const hamletCounts = apportion(
    size.hamlets,
    plans.map((plan) => plan.groups.length),
    1,
  );
  const villages = plans.map((plan, index) =>
    layOut(plan, poor.has(plan.area.code), hamletCounts[index] ?? 1, random(seed, 'village', plan.area.code)),
  );
  const townships = real
    .filter((area) => area.level === 'township')
    .map((area) => ({ ...named(area), villages: of(area) }));
  return { ...named(county), townships: townships.filter((township) => township.villages.length > 0) };

  function of(township: RealArea): Village[] {
    return villages.filter((village) => village.code.startsWith(township.code));
  }
}

function named({ code, name, kind }: RealArea) {
  return { code, name, kind };
}

/** Whole townships are drawn first, then villages within them in proportion to how many they really have. */
function chooseVillages(size: Size, real: RealArea[], chance: Random): RealArea[] {
  const byTownship = chance
    .shuffled(real.filter((area) => area.level === 'township'))
    .map((township) => real.filter((area) => area.parentCode === township.code));
  let townships = size.townships;
  const available = () => byTownship.slice(0, townships).reduce((sum, villages) => sum + villages.length, 0);
  while (available() < size.villages) townships += 1;
  const drawn = byTownship.slice(0, townships);
  const counts = apportion(
    size.villages,
    drawn.map((villages) => villages.length - 1),
    1,
  );
  return drawn.flatMap((villages, index) => chance.shuffled(villages).slice(0, counts[index]));
}

/** Communities around a town hall are the last to be called poor. */
function choosePoor(villages: RealArea[], count: number, chance: Random): Set<string> {
  const drawn = chance.shuffled(villages);
  const ordered = [...drawn.filter(({ kind }) => kind === '村'), ...drawn.filter(({ kind }) => kind !== '村')];
  return new Set(ordered.slice(0, count).map(({ code }) => code));
}

interface VillagePlan {
  area: RealArea;
  /** Households of each group. */
  groups: number[];
}

function planVillages(villages: RealArea[], groups: number, households: number, chance: Random): VillagePlan[] {
  if (villages.length === 0) return [];
  const perVillage = apportion(
    groups,
    villages.map((village) => (populationOfTownship[village.parentCode] ?? 20) * spread(chance)),
    1,
  );
  const perGroup = apportion(
    households,
    perVillage.flatMap((count) => Array.from({ length: count }, () => spread(chance))),
    1,
  );
  let taken = 0;
  return villages.map((area, index) => {
    const from = taken;
    taken += perVillage[index] ?? 0;
    return { area, groups: perGroup.slice(from, taken) };
  });
}

/** Villages and groups differ in size, but none is a multiple of another. */
function spread(chance: Random): number {
  return 0.6 + 0.8 * chance.next();
}

function layOut({ area, groups }: VillagePlan, poor: boolean, hamletCount: number, chance: Random): Village {
  const hamlets = hamletNames(hamletCount, chance).map((name, index) => ({
    code: `${area.code}H${digits(index + 1)}`,
    name,
  }));
  const hamletAt = (group: number) => Math.floor((group * hamletCount) / groups.length);
  return {
    ...named(area),
    poor,
    hamlets,
    groups: groups.map((households, index) => ({
      code: `${area.code}${digits(index + 1)}`,
      name: `第${index + 1}村民小组`,
      households,
      hamlets: hamlets.slice(hamletAt(index), Math.max(hamletAt(index + 1), hamletAt(index) + 1)),
    })),
  };
}

function digits(number: number): string {
  return String(number).padStart(3, '0');
}
