import { generateCounty } from './generate-county';
import { objectionsIn, objectionsOf } from './objections';

const county = generateCounty({ households: 4_000, seed: 'objections' });
const planned = objectionsOf(county.areas, 'objections');

describe('the objections of a made-up county', () => {
  it('come again with the same seed, and are others with another', () => {
    expect(objectionsOf(county.areas, 'objections')).toEqual(planned);
    expect(objectionsOf(county.areas, 'another')).not.toEqual(planned);
  });

  it('are those of its groups, each told by itself', () => {
    const groups = county.areas.townships.flatMap(({ villages }) => villages.flatMap((village) => village.groups));
    expect(
      groups
        .reverse()
        .flatMap((group) => objectionsIn(group, 'objections').reverse())
        .reverse(),
    ).toEqual(planned);
  });

  it('are about three of a hundred households, of every kind, by every way, with either outcome', () => {
    expect(planned.length / 4_000).toBeGreaterThan(0.02);
    expect(planned.length / 4_000).toBeLessThan(0.04);
    expect(new Set(planned.map(({ kind }) => kind)).size).toBe(3);
    expect(new Set(planned.map(({ channel }) => channel)).size).toBe(3);
    expect(new Set(planned.map(({ decision }) => decision)).size).toBe(3);
  });

  it('have a name where somebody objects for himself, and mostly change nothing', () => {
    expect(planned.filter(({ kind, anonymous }) => kind === 'own' && anonymous)).toEqual([]);
    expect(planned.some(({ anonymous }) => anonymous)).toBe(true);
    const unchanged = planned.filter(({ decision }) => decision === 'unchanged').length;
    expect(unchanged / planned.length).toBeGreaterThan(0.6);
  });

  it('name a missed household by a number that nobody has', () => {
    const missed = planned.filter(({ kind }) => kind === 'missed').map(({ number }) => number);
    expect(new Set(missed).size).toBe(missed.length);
    expect(missed.every((number) => number.length === 19 && Number(number.slice(-4)) > 5_000)).toBe(true);
  });
});
