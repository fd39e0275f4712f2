import { luocheng2015 } from '@jingzhun/identification-rules';
import { isRefusal } from '@jingzhun/kernel';
import { assertMayAssess, assertSamples, drawn, type SecondAssessment } from './look-back.rules';

const seed = 20151128;
const terms = luocheng2015.lookBack!;
const [one, other, third] = [1, 2, 3].map((each) => `0000000${each}-0000-4000-8000-000000000000`);

const codeOf = (work: () => unknown) => {
  try {
    work();
    return undefined;
  } catch (error) {
    if (isRefusal(error)) return `${error.code} ${error.field}`;
    throw error;
  }
};

const village = (code: string, households: number) =>
  Array.from({ length: households }, (_, place) => ({ householdId: `${code}-${place}`, areaCode: `${code}001` }));

describe('the draw of a look-back', () => {
  const scored = [...village('451225100201', 300), ...village('451225100202', 40), ...village('451225101201', 100)];
  const by = (ids: string[], place: string) => ids.filter((id) => id.startsWith(place)).length;

  it('takes the share of the profile in each village, ten at least', () => {
    const ids = drawn(terms, [], String(seed), scored);
    expect([by(ids, '451225100201'), by(ids, '451225100202'), by(ids, '451225101201')]).toEqual([15, 10, 10]);
  });

  it('takes the share of a township where it has its own, without changing what is drawn elsewhere', () => {
    const samples = [{ townshipCode: '451225101', percent: 50, minimum: 1 }];
    const ids = drawn(terms, samples, String(seed), scored);
    expect(by(ids, '451225101')).toBe(50);
    const plain = drawn(terms, [], String(seed), scored);
    expect(ids.filter((id) => id.startsWith('451225100'))).toEqual(plain.filter((id) => id.startsWith('451225100')));
  });

  it('takes a share of the township as a whole where the profile says so', () => {
    const ids = drawn({ ...terms, stratum: 'township' }, [], String(seed), scored);
    expect([by(ids, '451225100'), by(ids, '451225101')]).toEqual([17, 10]);
  });

  it('has a reason, and samples that are shares of townships of the area', () => {
    const sample = { townshipCode: '451225101', percent: 5, minimum: 10 };
    const samples = (...given: Partial<typeof sample>[]) =>
      codeOf(() =>
        assertSamples(
          '451225',
          given.map((each) => ({ ...sample, ...each })),
          'Quality.',
        ),
      );
    expect(samples({})).toBeUndefined();
    expect(codeOf(() => assertSamples('451225', [], ' '))).toBe('INVALID_INPUT reason');
    for (const wrong of [{ percent: 0 }, { percent: 101 }, { minimum: -1 }, { townshipCode: '451225101201' }])
      expect(samples(wrong)).toBe('INVALID_INPUT samples');
    expect(samples({ townshipCode: '451226101' })).toBe('INVALID_INPUT samples');
    expect(samples({}, {})).toBe('INVALID_INPUT samples');
  });
});

describe('a second assessment', () => {
  const household = { version: 1, recordedAt: null, firstAssessors: [one!, other!] };
  const assessment: SecondAssessment = { version: 1, assessedOn: '2015-11-20', assessors: [], facts: [] };
  const who = { personId: third!, today: '2015-11-20' };
  const problem = (
    change: Partial<SecondAssessment>,
    by = who,
    about: Parameters<typeof assertMayAssess>[0] = household,
  ) => codeOf(() => assertMayAssess(about, { ...assessment, ...change }, by));

  it('is made by people of whom none made the first', () => {
    expect(problem({})).toBeUndefined();
    expect(problem({ assessors: [other!] })).toBe('OWN_ASSESSMENT assessors');
    expect(problem({}, { ...who, personId: one! })).toBe('OWN_ASSESSMENT assessors');
    expect(problem({ assessors: ['somebody'] })).toBe('INVALID_INPUT assessors');
  });

  it('is made once, on the version that was read, and on a day that has come', () => {
    expect(problem({}, who, { ...household, recordedAt: new Date(0) })).toBe('ASSESSED_AGAIN lookBackHouseholdId');
    expect(problem({ version: 2 })).toBe('STALE_VERSION version');
    for (const assessedOn of ['2015-11-21', '20151120', ''])
      expect(problem({ assessedOn })).toBe('INVALID_INPUT assessedOn');
  });
});
