import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { commitmentTo, drawSample, sampleSize } from './sample';

const seed = 20151125;
const rule = { percent: 5, minimum: 10 };
const village = (stratum: string, size: number) =>
  Array.from({ length: size }, (_, place) => ({ id: `${stratum}-${place}`, stratum }));

describe('the size of a sample', () => {
  it.each([
    [400, 20],
    [401, 21],
    [200, 10],
    [199, 10],
    [10, 10],
    [9, 9],
    [0, 0],
  ])('of %i households is %i', (size, drawn) => {
    expect(sampleSize(rule, size)).toBe(drawn);
  });
});

describe('a sample', () => {
  it('is what anybody draws again with the published seed and another implementation of SHA-256', () => {
    const population = village('451225105214', 300);
    const order = population
      .map(({ id, stratum }) => [createHash('sha256').update(`看回头/${stratum}/${id}`).digest('hex'), id])
      .sort(([one], [other]) => one!.localeCompare(other!, 'en'));
    expect(drawSample(rule, '看回头', population)).toEqual([
      { stratum: '451225105214', size: 300, ids: order.slice(0, 15).map(([, id]) => id) },
    ]);
  });

  it('is drawn from each village by itself, in the order of their codes', () => {
    const sampled = drawSample(rule, 'seed', [...village('v2', 400), ...village('v1', 9), ...village('v3', 50)]);
    expect(sampled.map(({ stratum, size, ids }) => [stratum, size, ids.length])).toEqual([
      ['v1', 9, 9],
      ['v2', 400, 20],
      ['v3', 50, 10],
    ]);
    expect(sampled[1]).toEqual(drawSample(rule, 'seed', village('v2', 400))[0]);
  });

  it('counts a household named twice once', () => {
    const twice = [...village('v1', 20), ...village('v1', 20)];
    expect(drawSample(rule, 'seed', twice)).toEqual(drawSample(rule, 'seed', village('v1', 20)));
  });

  it('is another one with another seed, which was committed to before', () => {
    const population = village('v1', 200);
    expect(drawSample(rule, 'a', population)[0]?.ids).not.toEqual(drawSample(rule, 'b', population)[0]?.ids);
    expect(commitmentTo('a')).toBe(createHash('sha256').update('a').digest('hex'));
  });
});

describe(`the sample, for any population (seed ${seed})`, () => {
  const populations = fc.uniqueArray(fc.record({ id: fc.uuid(), stratum: fc.constantFrom('v1', 'v2', 'v3') }), {
    selector: ({ id }) => id,
    maxLength: 60,
  });

  it('does not depend on the order of the population, and the smaller is the beginning of the larger', () => {
    fc.assert(
      fc.property(populations, fc.string(), fc.nat(100), (population, word, percent) => {
        const larger = drawSample({ percent, minimum: 3 }, word, population);
        expect(drawSample({ percent, minimum: 3 }, word, [...population].reverse())).toEqual(larger);
        for (const { stratum, ids } of drawSample({ percent: percent / 2, minimum: 2 }, word, population))
          expect(larger.find((each) => each.stratum === stratum)?.ids.slice(0, ids.length)).toEqual(ids);
      }),
      { seed },
    );
  });

  it('gives every household the same chance', () => {
    const population = village('v1', 40);
    const times = new Map(population.map(({ id }) => [id, 0]));
    const draws = 500;
    for (let draw = 0; draw < draws; draw += 1)
      for (const id of drawSample({ percent: 25, minimum: 1 }, `${seed}-${draw}`, population)[0]?.ids ?? [])
        times.set(id, times.get(id)! + 1);
    // A quarter of the draws is 125; five standard deviations of the binomial are 48.
    for (const each of times.values()) expect(Math.abs(each - draws / 4)).toBeLessThan(48);
  });
});
