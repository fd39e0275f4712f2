import { codeLists } from '../code-list';
import { luocheng2015Card } from '../cards/luocheng-2015';
import { doubledFacts, type FactOption } from '../fact';
import { registerFacts } from '../register-fact';
import { assessedFacts, cardFacts, factCatalogue } from './catalogue';

const factOf = (key: string) => factCatalogue.find((fact) => fact.key === key);

describe('the catalogue of facts', () => {
  it('asks nothing twice: no two facts are one, whether asked, known to the register, computed or decided', () => {
    const { computed, decided } = luocheng2015Card;
    const all = [...factCatalogue, ...registerFacts, ...computed, ...decided];
    expect(all.length).toBeGreaterThan(90);
    expect(doubledFacts(all)).toEqual([]);
  });

  it('is what the assessment asks and what only the card asks, apart', () => {
    expect(factCatalogue).toHaveLength(assessedFacts.length + cardFacts.length);
    expect(cardFacts.filter(({ card }) => card === undefined).map(({ key }) => key)).toEqual(['comparison']);
  });

  it('belongs to a step of the visit, every step having its facts', () => {
    expect(factCatalogue.filter(({ step }) => step === undefined)).toEqual([]);
    expect(new Set(factCatalogue.map(({ step }) => step))).toEqual(new Set(['enter', 'look', 'compute', 'compare']));
  });

  it('keeps health, schooling, identity and contact from neighbours, and nothing else', () => {
    const of = (sensitive: string) =>
      factCatalogue.filter((fact) => fact.sensitive === sensitive).map(({ key }) => key);
    expect(of('health')).toEqual(['health', 'medical-insurance', 'main-cause', 'other-causes']);
    expect(of('schooling')).toEqual(
      'school-stage education school school-place boards school-cost school-aid school-aid-amount school-aid-wanted'.split(
        ' ',
      ),
    );
    expect(of('identity')).toEqual(['bank-card']);
    expect(of('contact')).toEqual(['phone']);
  });

  it.each<[string, FactOption[]]>([
    ['health', codeLists.health],
    ['labour', codeLists.labour],
    ['education', codeLists.education],
    ['school-stage', codeLists.schoolStage],
    ['work-place', codeLists.workPlace],
  ])('covers the official codes of %s, all of them and no other', (fact, list) => {
    const codes = factOf(fact)?.options?.map(({ code }) => code) ?? [];
    expect([...new Set(codes)].sort()).toEqual(list.map(({ code }) => code).sort());
  });

  it('takes one main cause of poverty and two others at most, of the official twelve', () => {
    expect(codeLists.cause).toHaveLength(12);
    expect(factOf('main-cause')?.options).toBe(codeLists.cause);
    expect(factOf('other-causes')).toMatchObject({ kind: 'flags', maximum: 2 });
  });
});

describe('the code lists', () => {
  it('have official codes of two digits, none twice', () => {
    for (const list of Object.values<FactOption[]>(codeLists)) {
      const codes = list.flatMap(({ code }) => code ?? []);
      expect(new Set(codes).size).toBe(codes.length);
      expect(codes.filter((code) => !/^\d\d$/.test(code))).toEqual([]);
      expect(codes.length === 0 || codes.length === list.length).toBe(true);
    }
  });

  it('are as long as the source has them', () => {
    const lengths = Object.entries(codeLists).map(([name, list]) => [name, list.length]);
    expect(Object.fromEntries(lengths)).toEqual({
      attribute: 3,
      nationalAttribute: 4,
      cause: 12,
      health: 4,
      labour: 4,
      education: 6,
      schoolStage: 16,
      relation: 21,
      workPlace: 5,
    });
  });
});
