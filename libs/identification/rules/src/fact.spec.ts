import fc from 'fast-check';
import {
  checkObservations,
  doubledFacts,
  isSameFact,
  type FactDefinition,
  type FactValue,
  type Observation,
} from './fact';
import { factCatalogue } from './facts/catalogue';
import { anyHousehold } from './testing/any-household';

const seed = 20151125;

const start = { about: 'household', sensitive: 'none' } as const;
const option = (key: string) => ({ key, name: { zh: key, en: key } });
const definitions: FactDefinition[] = [
  { ...start, key: 'pigs', name: { zh: '猪', en: 'Pigs' }, kind: 'number', whole: true, minimum: 0, maximum: 99 },
  { ...start, key: 'area', name: { zh: '面积', en: 'Area' }, kind: 'number', minimum: 0, maximum: 500 },
  {
    ...start,
    key: 'road',
    name: { zh: '路', en: 'Road' },
    kind: 'choice',
    options: [option('earth'), option('paved')],
  },
  {
    ...start,
    key: 'causes',
    name: { zh: '原因', en: 'Causes' },
    kind: 'flags',
    options: [option('illness'), option('land'), option('skill')],
    maximum: 2,
  },
  { ...start, key: 'phone', name: { zh: '电话', en: 'Phone' }, kind: 'text', maximum: 11, sensitive: 'contact' },
  { ...start, key: 'note', name: { zh: '备注', en: 'Note' }, kind: 'text' },
  { ...start, key: 'built-on', name: { zh: '建房时间', en: 'Built on' }, kind: 'date' },
  {
    ...start,
    key: 'health',
    name: { zh: '健康', en: 'Health' },
    about: 'member',
    kind: 'choice',
    options: [option('healthy'), option('grave')],
    sensitive: 'health',
  },
];
const members = [{ id: 'm1' }, { id: 'm2' }];
/** The code of each problem, which also says something. */
const codesOf = (...observations: Observation[]) =>
  checkObservations(definitions, observations, members).map(({ code, problem }) => {
    expect(problem).toMatch(/[a-z]{3}/);
    return code;
  });
const codesFor = (fact: string, value: unknown) => codesOf({ fact, value: value as FactValue });

describe('an observation', () => {
  it('is kept when it is of the kind that the fact wants', () => {
    const observations: Observation[] = [
      { fact: 'pigs', value: 0 },
      { fact: 'area', value: 61.125 },
      { fact: 'road', value: 'earth' },
      { fact: 'causes', value: [] },
      { fact: 'phone', value: '13800000000' },
      { fact: 'note', value: 'x'.repeat(500) },
      { fact: 'built-on', value: '1998-02-28' },
      { fact: 'health', member: 'm1', value: 'grave' },
      { fact: 'health', member: 'm2', value: 'healthy' },
    ];
    expect(checkObservations(definitions, observations, members)).toEqual([]);
  });

  it.each([
    ['pigs', '3', 'NOT_A_NUMBER'],
    ['pigs', NaN, 'NOT_A_NUMBER'],
    ['pigs', Infinity, 'NOT_A_NUMBER'],
    ['pigs', 1.5, 'NOT_WHOLE'],
    ['pigs', -1, 'TOO_SMALL'],
    ['pigs', 100, 'TOO_LARGE'],
    ['area', 61.1251, 'TOO_FINE'],
    ['road', 'gravel', 'OPTION_UNKNOWN'],
    ['road', ['earth'], 'NOT_AN_OPTION'],
    ['causes', 'illness', 'NOT_AN_OPTION'],
    ['causes', ['illness', 'luck'], 'OPTION_UNKNOWN'],
    ['causes', ['illness', 'illness'], 'OPTION_TWICE'],
    ['causes', ['illness', 'land', 'skill'], 'TOO_MANY_OPTIONS'],
    ['phone', 138, 'NOT_A_TEXT'],
    ['phone', '  ', 'TEXT_EMPTY'],
    ['phone', '138000000001', 'TEXT_TOO_LONG'],
    ['note', 'x'.repeat(501), 'TEXT_TOO_LONG'],
    ['built-on', '1998-02-30', 'NOT_A_DATE'],
    ['built-on', 1998, 'NOT_A_DATE'],
    ['luck', 7, 'FACT_UNKNOWN'],
  ])('of %s that is %j is refused: %s', (fact, value, code) => {
    expect(codesFor(fact, value)).toEqual([code]);
  });

  it('takes the ends of its range', () => {
    expect(codesFor('pigs', 99)).toEqual([]);
    expect(codesFor('causes', ['illness', 'land'])).toEqual([]);
    expect(codesFor('phone', '12345678901')).toEqual([]);
  });

  it('is of the household or of one of its members, as the fact is', () => {
    expect(codesOf({ fact: 'health', value: 'grave' })).toEqual(['MEMBER_WANTED']);
    expect(codesOf({ fact: 'health', member: 'm3', value: 'grave' })).toEqual(['MEMBER_UNKNOWN']);
    expect(codesOf({ fact: 'pigs', member: 'm1', value: 1 })).toEqual(['MEMBER_NOT_WANTED']);
  });

  it('may be given once, and of each member once', () => {
    expect(codesOf({ fact: 'pigs', value: 1 }, { fact: 'pigs', value: 1 })).toEqual(['FACT_TWICE']);
    const ofBoth = members.map(({ id }) => ({ fact: 'health', member: id, value: 'healthy' }));
    expect(codesOf(...ofBoth)).toEqual([]);
    expect(codesOf(...ofBoth, ofBoth[1]!)).toEqual(['FACT_TWICE']);
  });

  it('is told of with all others that are wrong, at once, each by its fact and member and without its value', () => {
    const problems = checkObservations(
      definitions,
      [
        { fact: 'phone', value: '13800000000-13800000000' },
        { fact: 'health', member: 'm3', value: 'leprosy' },
      ],
      members,
    );
    expect(problems).toEqual([
      { fact: 'phone', code: 'TEXT_TOO_LONG', problem: 'may have 11 characters at most' },
      { fact: 'health', member: 'm3', code: 'MEMBER_UNKNOWN', problem: expect.any(String) },
      { fact: 'health', member: 'm3', code: 'OPTION_UNKNOWN', problem: 'has no such option' },
    ]);
    expect(JSON.stringify(problems)).not.toMatch(/138|leprosy/);
  });
});

describe('two observations', () => {
  it('are of the same fact when they are of the same subject too', () => {
    const wife = { fact: 'health', member: 'wife' };
    expect(isSameFact(wife, { ...wife })).toBe(true);
    expect(isSameFact({ fact: 'pigs' }, { fact: 'pigs' })).toBe(true);
    expect(isSameFact(wife, { fact: 'health', member: 'mother' })).toBe(false);
    expect(isSameFact(wife, { fact: 'health' })).toBe(false);
    expect(isSameFact(wife, { fact: 'labour', member: 'wife' })).toBe(false);
  });
});

describe(`observations, for any household (seed ${seed})`, () => {
  it('are all kept when every value is one the catalogue allows', () => {
    fc.assert(
      fc.property(anyHousehold(factCatalogue), ({ members: people, observations }) => {
        expect(checkObservations(factCatalogue, observations, people)).toEqual([]);
      }),
      { seed },
    );
  });

  it('are refused without a fault whatever is sent, and what is kept is of the right kind', () => {
    const values = fc.oneof(fc.anything(), fc.constantFrom(...definitions.map(({ key }) => key)));
    fc.assert(
      fc.property(fc.constantFrom(...definitions), values, ({ key, kind, about }, value) => {
        const subject = about === 'member' ? { member: 'm1' } : {};
        const found = checkObservations(definitions, [{ fact: key, ...subject, value: value as FactValue }], members);
        if (found.length > 0) return;
        if (kind === 'number') expect(typeof value).toBe('number');
        else if (kind === 'flags') expect(Array.isArray(value)).toBe(true);
        else expect(typeof value).toBe('string');
      }),
      { seed, numRuns: 1000 },
    );
  });
});

describe('two definitions', () => {
  const fact = (key: string, more: Partial<FactDefinition> = {}) => ({
    ...definitions[0]!,
    key,
    name: { zh: key, en: key },
    ...more,
  });
  const why = (one: FactDefinition, other: FactDefinition) => doubledFacts([one, other]).map((pair) => pair.why);

  it('are one fact when they have one key, one card field, one meaning or one name', () => {
    expect(why(fact('pigs'), fact('pigs'))).toEqual(['same key']);
    expect(why(fact('pigs', { card: 'A28' }), fact('swine', { card: 'A28' }))).toEqual(['same card field']);
    expect(why(fact('pigs', { card: 'A28' }), fact('fowl', { card: 'A29' }))).toEqual([]);
    expect(why(fact('pigs'), fact('swine', { means: 'pigs' }))).toEqual(['same meaning']);
    expect(why(fact('hogs', { means: 'pigs' }), fact('swine', { means: 'pigs' }))).toEqual(['same meaning']);
    expect(
      why(fact('pigs', { name: { zh: '猪', en: 'Pigs' } }), fact('swine', { name: { zh: '猪', en: 'x' } })),
    ).toEqual(['same name']);
    expect(
      why(fact('pigs', { name: { zh: '猪', en: 'Pigs' } }), fact('swine', { name: { zh: 'x', en: 'pigs' } })),
    ).toEqual(['same name']);
  });

  it('are two facts when all of that differs, or when one is of the household and one of its members', () => {
    expect(why(fact('pigs'), fact('fowl'))).toEqual([]);
    const name = { zh: '低保', en: 'Allowance' };
    expect(why(fact('household-allowance', { name }), fact('allowance', { name, about: 'member' }))).toEqual([]);
  });

  it('are named as a pair', () => {
    expect(doubledFacts([fact('fowl'), fact('pigs'), fact('swine', { means: 'pigs' })])).toEqual([
      { one: 'pigs', other: 'swine', why: 'same meaning' },
    ]);
  });
});
