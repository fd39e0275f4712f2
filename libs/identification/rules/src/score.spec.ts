import fc from 'fast-check';
import type { FactValue, Observation } from './fact';
import type { Form, FormItem } from './form';
import { luocheng2015Form } from './forms/luocheng-2015';
import { ageOn, type RegisteredMember } from './register-fact';
import { missingFacts, scoreOf } from './score';
import { anyHousehold } from './testing/any-household';
import { observedOf, observedWith, plainMembers, plainObservations } from './testing/plain-household';

const seed = 20151125;
const form: Form = luocheng2015Form;

function scored(members: readonly RegisteredMember[], observations: readonly Observation[]) {
  const score = scoreOf(form, members, observations);
  if (!score.ok) throw new Error(JSON.stringify(score.problems));
  return score;
}

const pointsOf = (observations: readonly Observation[]) =>
  Object.fromEntries(scored(plainMembers, observations).items.map(({ item, points }) => [item, points]));
const levelsOf = (item: string, observations: readonly Observation[]) =>
  scored(plainMembers, observations).items.find((each) => each.item === item)?.levels;

describe('the score of a household', () => {
  it('is found from its facts, item by item', () => {
    expect(pointsOf(plainObservations)).toEqual({
      housing: 11,
      'floor-area': 2,
      appliances: 2,
      'farm-machines': 1,
      vehicles: 2,
      water: 2,
      power: 3,
      road: 2,
      health: 5,
      schooling: 5,
      'labour-share': 6,
      'off-farm-work': 4,
      paddy: 1,
      'dry-land': 1,
      forest: 2,
      'crop-sales': 1,
      livestock: 2,
      debt: 1,
    });
    expect(scored(plainMembers, plainObservations).total).toBe(53);
  });

  it('keeps beside each item the facts it was found from, the members it was divided by among them', () => {
    const items = scored(plainMembers, plainObservations).items;
    expect(items.find(({ item }) => item === 'floor-area')).toEqual({
      item: 'floor-area',
      levels: ['B'],
      points: 2,
      facts: [
        { fact: 'floor-area', value: 61 },
        { fact: 'members', value: 4 },
      ],
    });
    expect(items.find(({ item }) => item === 'health')?.facts).toContainEqual({
      fact: 'health',
      member: 'mother',
      value: 'chronic',
    });
  });

  it('rises by one point for one more washing machine', () => {
    expect(pointsOf(observedWith({ appliances: ['television'] }))['appliances']).toBe(1);
    expect(pointsOf(observedWith({ appliances: ['television', 'washing-machine'] }))['appliances']).toBe(2);
  });

  it('stops at the cap of farm machines however many there are', () => {
    const machines = ['tractor', 'harvester-or-transplanter', 'tiller', 'rice-mill', 'other'];
    expect(pointsOf(observedWith({ 'farm-machines': machines }))['farm-machines']).toBe(5);
    expect(levelsOf('farm-machines', observedWith({ 'farm-machines': machines }))).toEqual(['A', 'B', 'C', 'D', 'E']);
  });

  it('divides to the very cut: 0.8 mu of paddy for four is 0.2 a head', () => {
    expect(levelsOf('paddy', observedWith({ paddy: 0.8 }))).toEqual(['B']);
    expect(levelsOf('paddy', observedWith({ paddy: 0.799 }))).toEqual(['A']);
    const three = plainMembers.filter(({ id }) => id !== 'mother');
    const of3 = observedWith({ paddy: 0.6 }).filter(({ member }) => member !== 'mother');
    expect(scored(three, of3).items.find(({ item }) => item === 'paddy')?.levels).toEqual(['B']);
  });

  it('takes the worse of two things where a low level stands first', () => {
    expect(levelsOf('housing', observedWith({ 'house-grade': 'D' }))).toEqual(['A']);
    expect(levelsOf('water', observedWith({ 'water-source': 'piped', 'water-short': 2 }))).toEqual(['A']);
  });

  it('takes the highest vehicle, not all of them', () => {
    expect(levelsOf('vehicles', observedWith({ motorcycles: 3, vehicles: ['motor-tricycle'] }))).toEqual(['E']);
    expect(levelsOf('vehicles', observedWith({ motorcycles: 0, vehicles: [] }))).toEqual(['A']);
  });

  it('does not ask a child for its work nor a grandmother for her school', () => {
    const asked = plainObservations.filter(({ member }) => member === 'daughter').map(({ fact }) => fact);
    expect(asked).toEqual(['health', 'school-stage']);
    expect(scored(plainMembers, plainObservations).total).toBe(53);
  });

  it('takes what was observed before what goes without asking', () => {
    const working = [...plainObservations, { fact: 'school-stage', member: 'mother', value: 'university' }];
    expect(levelsOf('schooling', working)).toEqual(['B']);
  });

  it('is refused as a whole while a fact is wanted, and says which, each once', () => {
    const without = plainObservations.filter(({ fact, member }) => fact !== 'paddy' && member !== 'wife');
    const score = scoreOf(form, plainMembers, without);
    expect(score.ok ? [] : score.problems.map(({ code, fact, member }) => [code, fact, member])).toEqual([
      ['FACT_MISSING', 'health', 'wife'],
      ['FACT_MISSING', 'labour', 'wife'],
      ['FACT_MISSING', 'employment', 'wife'],
      ['FACT_MISSING', 'months-away', 'wife'],
      ['FACT_MISSING', 'paddy', undefined],
    ]);
  });

  it('does not ask what cannot change it: a house at grade D needs no word about its finish', () => {
    const dangerous = observedWith({ 'house-grade': 'D', 'house-finish': undefined, storeys: undefined });
    expect(levelsOf('housing', dangerous)).toEqual(['A']);
    expect(missingFacts(form, plainMembers, dangerous)).toEqual([]);
    const sound = observedWith({ 'house-finish': undefined, storeys: undefined });
    expect(missingFacts(form, plainMembers, sound)).toEqual([{ fact: 'house-finish' }, { fact: 'storeys' }]);
  });

  it('asks of a cooperative only those whose sales leave it open', () => {
    expect(missingFacts(form, plainMembers, observedWith({ cooperative: undefined }))).toEqual([
      { fact: 'cooperative' },
    ]);
    const large = observedWith({ cooperative: undefined, 'crop-sales': 'large-scale' });
    expect(missingFacts(form, plainMembers, large)).toEqual([]);
  });

  it('asks of the health of one more member only while it may still change the level', () => {
    const two = observedOf('head', 'health', 'grave').filter(
      ({ fact, member }) => fact !== 'health' || member === 'head' || member === 'wife',
    );
    const graveWife = two.map((each) =>
      each.fact === 'health' && each.member === 'wife' ? { ...each, value: 'severely-disabled' } : each,
    );
    expect(missingFacts(form, plainMembers, two).map(({ member }) => member)).toEqual(['mother', 'daughter']);
    expect(missingFacts(form, plainMembers, graveWife)).toEqual([]);
  });

  it('is refused for a household without members and for facts the form does not ask, all at once', () => {
    const score = scoreOf(form, [], [{ fact: 'luck', value: 7 }]);
    expect(score).toEqual({
      ok: false,
      problems: [
        { fact: 'luck', code: 'FACT_UNKNOWN', problem: 'is not a fact that is asked' },
        { fact: 'members', code: 'HOUSEHOLD_EMPTY', problem: 'must be one at least' },
      ],
    });
  });

  it('says when a form was never checked and leaves a household without a level', () => {
    const water: FormItem = { ...form.items[5]!, levels: form.items[5]!.levels.slice(1, 2) };
    expect(() => scoreOf({ ...form, items: [water] }, plainMembers, plainObservations)).toThrow('was not checked');
  });
});

describe(`the score, for any household (seed ${seed})`, () => {
  const households = anyHousehold(form.facts);

  it('lies between 0 and 100 and is the sum of its items, none above its maximum', () => {
    fc.assert(
      fc.property(households, ({ members, observations }) => {
        const { total, items } = scored(members, observations);
        expect(total).toBe(items.reduce((sum, { points }) => sum + points, 0));
        expect(total).toBeGreaterThanOrEqual(0);
        expect(total).toBeLessThanOrEqual(100);
        for (const [place, item] of form.items.entries())
          expect(items[place]?.points).toBeLessThanOrEqual(item.maximum);
      }),
      { seed },
    );
  });

  it('is what a clerk finds who reads the table by himself', () => {
    fc.assert(
      fc.property(households, ({ members, observations }) => {
        const found = scored(members, observations).items.map(({ item, points }) => [item, points]);
        expect(Object.fromEntries(found)).toEqual(byTheTable(members, observations));
      }),
      { seed, numRuns: 300 },
    );
  });

  it('does not depend on the order in which the facts were found, nor on how the form was stored', () => {
    fc.assert(
      fc.property(households, ({ members, observations }) => {
        const { total } = scored(members, observations);
        expect(scored(members, [...observations].reverse()).total).toBe(total);
        const stored = scoreOf(JSON.parse(JSON.stringify(form)) as Form, members, observations);
        expect(stored).toMatchObject({ ok: true, total });
      }),
      { seed },
    );
  });

  it('needs every fact it asks for: without one it is the same, or that fact is named', () => {
    fc.assert(
      fc.property(households, fc.nat(), ({ members, observations }, pick) => {
        const left = observations[pick % observations.length]!;
        const score = scoreOf(
          form,
          members,
          observations.filter((each) => each !== left),
        );
        const named = score.ok ? [] : score.problems.map(({ fact, member }) => [fact, member]);
        if (score.ok) expect(score.total).toBe(scored(members, observations).total);
        else expect(named).toEqual([[left.fact, left.member]]);
      }),
      { seed, numRuns: 300 },
    );
  });

  it('is complete once everything it asks for has been answered, asking no fact twice', () => {
    fc.assert(
      fc.property(households, fc.infiniteStream(fc.boolean()), ({ members, observations }, keep) => {
        let known = observations.filter(() => keep.next().value);
        const asked: string[] = [];
        for (let wanted = missingFacts(form, members, known); wanted.length > 0;) {
          asked.push(...wanted.map(({ fact, member }) => `${fact} ${member}`));
          const answers = wanted.map((each) =>
            observations.find((one) => one.fact === each.fact && one.member === each.member)!,
          );
          known = [...known, ...answers];
          wanted = missingFacts(form, members, known);
        }
        expect(new Set(asked).size).toBe(asked.length);
        expect(scored(members, known).total).toBe(scored(members, observations).total);
      }),
      { seed },
    );
  });

  it('never falls when one more appliance, machine, animal or square metre is found', () => {
    const more: [fact: string, grown: (value: FactValue) => FactValue][] = [
      ['appliances', (value) => [...new Set([...(value as string[]), 'refrigerator'])]],
      ['farm-machines', (value) => [...new Set([...(value as string[]), 'tractor'])]],
      ['vehicles', (value) => [...new Set([...(value as string[]), 'farm-vehicle'])]],
      ['floor-area', (value) => Math.min(2000, Math.round(Number(value) * 1000 + 1000) / 1000)],
      ['paddy', (value) => Math.min(1000, Math.round(Number(value) * 1000 + 100) / 1000)],
      ['fowl', (value) => Math.min(100_000, Number(value) + 1)],
      ['pigs', (value) => Math.min(100_000, Number(value) + 1)],
      ['motorcycles', (value) => Math.min(10, Number(value) + 1)],
    ];
    fc.assert(
      fc.property(households, fc.constantFrom(...more), ({ members, observations }, [fact, grown]) => {
        const richer = observations.map((each) => (each.fact === fact ? { ...each, value: grown(each.value) } : each));
        expect(scored(members, richer).total).toBeGreaterThanOrEqual(scored(members, observations).total);
      }),
      { seed },
    );
  });
});

/** The table of the form once more, read by hand: written without a condition of the form. */
function byTheTable(
  members: readonly RegisteredMember[],
  observations: readonly Observation[],
): Record<string, number> {
  const value = (fact: string, member?: string) =>
    observations.find((each) => each.fact === fact && each.member === member)?.value;
  const text = (fact: string, member?: string) => value(fact, member) as string;
  const number = (fact: string, member?: string) => Number(value(fact, member));
  const heads = members.length;
  const age = (member: RegisteredMember) => ageOn(member.birthDate, form.standardDate);
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
