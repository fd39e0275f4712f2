import fc from 'fast-check';
import {
  perHead,
  membersWho,
  shareWho,
  total,
  whenAll,
  whenAny,
  whenHas,
  whenIs,
  whenNot,
  whenNumber,
} from './condition-words';
import { itemOf, oneOf, otherwise, problemsOf } from './testing/small-form';

const seed = 20151125;

describe('the levels of an item of which one is taken', () => {
  const below = (cut: number) => whenNumber(perHead('paddy'), { below: cut });
  const from = (atLeast: number, cut?: number) =>
    whenNumber(perHead('paddy'), { atLeast, ...(cut !== undefined && { below: cut }) });

  it('cover every amount, touching but not overlapping', () => {
    expect(oneOf(below(1), from(1, 2), from(2))).toEqual([]);
    expect(oneOf(below(1), from(1.5, 2), from(2))).toEqual([
      'form.items[0].levels leave a gap: no level holds for paddy per head 1',
    ]);
    expect(oneOf(below(1), whenNumber(perHead('paddy'), { above: 1 }))).toEqual([
      'form.items[0].levels leave a gap: no level holds for paddy per head 1',
    ]);
    expect(oneOf(below(1.5), from(1, 2), from(2))).toEqual([
      'form.items[0].levels overlap: two levels hold for paddy per head 1',
    ]);
    expect(oneOf(whenNumber(perHead('paddy'), { atMost: 1 }), from(1))).toEqual([
      'form.items[0].levels overlap: two levels hold for paddy per head 1',
    ]);
    expect(oneOf(below(1), from(1, 2))).toEqual([
      'form.items[0].levels leave a gap: no level holds for paddy per head 2',
    ]);
  });

  it('may leave the rest to the level for all other cases', () => {
    expect(oneOf(below(1), otherwise)).toEqual([]);
    expect(oneOf(below(1), from(1), otherwise)).toEqual([
      'form.items[0].levels[2].when can be reached by no household',
    ]);
    expect(oneOf(below(1), otherwise, otherwise)).toEqual(['form.items[0].levels has two levels for all other cases']);
  });

  it('know that heads of cattle have no fractions and nobody has more than the most', () => {
    const pigs = (bounds: Parameters<typeof whenNumber>[1]) => whenNumber(total('pigs'), bounds);
    expect(oneOf(pigs({ atMost: 2 }), pigs({ atLeast: 3 }))).toEqual([]);
    expect(oneOf(pigs({ below: 3 }), pigs({ above: 2.5 }))).toEqual([]);
    expect(oneOf(pigs({ atMost: 2 }), pigs({ atLeast: 3, below: 51 }), pigs({ atLeast: 51 }))).toEqual([
      'form.items[0].levels[2].when can be reached by no household',
    ]);
    expect(oneOf(pigs({ atMost: 2 }), pigs({ above: 2, below: 3 }), pigs({ atLeast: 3 }))).toEqual([
      'form.items[0].levels[1].when can be reached by no household',
    ]);
  });

  it('cover every option', () => {
    expect(oneOf(whenIs('road', 'none'), whenIs('road', 'earth'), whenIs('road', 'paved'))).toEqual([]);
    expect(oneOf(whenIs('road', 'none'), whenIs('road', 'paved'))).toEqual([
      'form.items[0].levels leave a gap: no level holds for road earth',
    ]);
  });

  it('cover every combination when they speak of several facts', () => {
    const poor = whenAll(whenIs('road', 'none'), whenNumber(total('pigs'), { atMost: 0 }));
    expect(oneOf(poor, whenIs('road', 'earth', 'paved'))).toEqual([
      'form.items[0].levels leave a gap: no level holds for road none, pigs 1',
    ]);
    expect(oneOf(poor, whenNot(poor))).toEqual([]);
  });

  it('may overlap when they speak of several facts, for their order decides', () => {
    expect(oneOf(whenIs('road', 'none'), whenNumber(total('pigs'), { atLeast: 1 }), otherwise)).toEqual([]);
  });

  it('are each reached, in the order in which they are taken', () => {
    const one = whenNumber(total('pigs'), { atLeast: 1 });
    const three = whenNumber(total('pigs'), { atLeast: 3 });
    const ladder = [otherwise, one, whenAny(three, whenIs('road', 'paved'))];
    expect(problemsOf(itemOf('one', ladder, { take: 'last' }))).toEqual([]);
    expect(problemsOf(itemOf('one', ladder))).toEqual([]);
    expect(oneOf(one, whenAll(three, whenIs('road', 'paved')), otherwise)).toEqual([
      'form.items[0].levels[1].when can be reached by no household',
    ]);
  });

  it('cover every share of the members', () => {
    const share = shareWho(whenIs('health', 'grave'));
    const low = whenNumber(share, { below: 0.5 });
    expect(oneOf(low, whenNumber(share, { atLeast: 0.5 }))).toEqual([]);
    expect(oneOf(low, whenNumber(share, { atLeast: 0.5, atMost: 1 }))).toEqual([]);
    expect(oneOf(low, whenNumber(share, { atLeast: 0.5, below: 1 }))).toEqual([
      expect.stringMatching(/gap.* per head 1$/),
    ]);
    expect(oneOf(low, whenNumber(share, { atLeast: 0.5, atMost: 1 }), whenNumber(share, { above: 1 }))).toEqual([
      'form.items[0].levels[2].when can be reached by no household',
    ]);
  });

  it('count nobody for what can hold for nobody', () => {
    const never = whenAll(whenIs('health', 'grave'), whenIs('health', 'healthy'));
    expect(oneOf(whenNumber(membersWho(never), { atLeast: 1 }), otherwise)).toEqual([
      'form.items[0].levels counts members for whom something holds that can hold for nobody',
    ]);
  });

  it('are not believed when there are too many combinations to go through', () => {
    const every = whenAll(
      ...Array.from({ length: 12 }, (_, place) =>
        whenNumber(total('pigs', ...Array<string>(place).fill('paddy')), { atLeast: 1 }),
      ),
    );
    expect(oneOf(every, otherwise)).toEqual(['form.items[0].levels tell too many cases apart to be proved complete']);
  });
});

describe('the levels of an item that adds up', () => {
  it('can each hold, and none is for all other cases', () => {
    expect(problemsOf(itemOf('sum', [whenHas('machines', 'tractor'), whenHas('machines', 'tiller')]))).toEqual([]);
    const never = whenAll(whenIs('road', 'none'), whenIs('road', 'paved'));
    expect(problemsOf(itemOf('sum', [whenHas('machines', 'tractor'), never]))).toEqual([
      'form.items[0].levels[1].when can hold for no household',
    ]);
    expect(problemsOf(itemOf('sum', [whenHas('machines', 'tractor'), otherwise]))).toEqual([
      'form.items[0].levels has a level for all other cases in an item that adds up',
    ]);
  });
});

describe(`levels cut at any numbers (seed ${seed})`, () => {
  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 49 }), { minLength: 1, maxLength: 5 }).map((all) => {
    return [...all].sort((one, other) => one - other);
  });
  const levelsAt = (edges: number[]) =>
    [undefined, ...edges].map((atLeast, place) => {
      const below = edges[place];
      return whenNumber(total('paddy'), {
        ...(atLeast !== undefined && { atLeast }),
        ...(below !== undefined && { below }),
      });
    });

  it('are proved to cover everything once, and found out when one cut is moved', () => {
    fc.assert(
      fc.property(cuts, fc.nat(), fc.constantFrom(-0.5, 0.5), (edges, pick, shift) => {
        const levels = levelsAt(edges);
        expect(oneOf(...levels)).toEqual([]);
        const place = pick % edges.length;
        const moved = levels.map((level, at) =>
          at === place && level.test === 'number' ? { ...level, below: edges[place]! + shift } : level,
        );
        expect(oneOf(...moved)).toEqual([expect.stringContaining(shift < 0 ? 'gap' : 'overlap')]);
      }),
      { seed },
    );
  });
});
