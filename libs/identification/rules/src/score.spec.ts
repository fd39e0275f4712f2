import fc from 'fast-check';
import { total, whenNumber } from './condition-words';
import type { FactValue, Observation } from './fact';
import type { Form, FormItem } from './form';
import { luocheng2015Form } from './forms/luocheng-2015';
import type { RegisteredMember } from './register-fact';
import { missingFacts, scoreOf } from './score';
import { anyHousehold } from './testing/any-household';
import { byTheTable } from './testing/table-by-hand';
import { observedOf, observedWith, plainMembers, plainObservations } from './testing/plain-household';
import { formOf, itemOf, otherwise } from './testing/small-form';

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

describe('the level for all other cases', () => {
  const pigs = whenNumber(total('pigs'), { atLeast: 1 });
  const levelsOf = (item: FormItem, owned?: number) => {
    const observations = owned === undefined ? [] : [{ fact: 'pigs', value: owned }];
    const score = scoreOf(formOf(item), plainMembers, observations);
    return score.ok ? score.items[0]?.levels : score.problems;
  };

  it('is taken when no other holds, wherever it is printed', () => {
    for (const item of [itemOf('one', [otherwise, pigs]), itemOf('one', [otherwise, pigs], { take: 'last' })]) {
      expect(levelsOf(item, 2)).toEqual(['L1']);
      expect(levelsOf(item, 0)).toEqual(['L0']);
    }
    expect(levelsOf(itemOf('one', [pigs, otherwise]), 2)).toEqual(['L0']);
    expect(levelsOf(itemOf('one', [pigs, otherwise]), 0)).toEqual(['L1']);
  });

  it('waits for the facts that keep another from being told, and says that they are still to be asked', () => {
    expect(levelsOf(itemOf('one', [otherwise, pigs]))).toEqual([
      { fact: 'pigs', code: 'FACT_MISSING', problem: 'is still to be asked' },
    ]);
  });
});
