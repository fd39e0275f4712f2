import fc from 'fast-check';
import { checkCard } from './card-check';
import { luocheng2015Card } from './cards/luocheng-2015';
import type { FactDefinition, Observation } from './fact';
import { assessedFacts, factCatalogue } from './facts/catalogue';
import { luocheng2015EntryForm, luocheng2015Form } from './forms/luocheng-2015';
import { fillCard, sourcesOf, type CardDecision, type HouseholdCard } from './household-card';
import { registerFacts, type RegisteredHousehold } from './register-fact';
import { scoreOf } from './score';
import { anyHousehold } from './testing/any-household';
import { plainMembers, plainObservations } from './testing/plain-household';

const seed = 20151125;
const card = luocheng2015Card;

/** What a registered household has beside its members; names and numbers are made up. */
const registered = (members: typeof plainMembers): RegisteredHousehold => ({
  members: members.map((member) => ({ ...member, name: `姓名${member.id}`, idNumber: `number of ${member.id}` })),
  village: '棉花村',
  hamlet: '大屯',
  address: '12号',
});
const household = registered(plainMembers);
const attribute: CardDecision = { fact: 'attribute', value: 'ordinary', decisionId: 'decision-7' };
const causes: Observation[] = [
  { fact: 'main-cause', value: 'illness' },
  { fact: 'other-causes', value: ['skill', 'money'] },
];
const educations = ['head', 'wife', 'mother', 'daughter'].map((member) => ({
  fact: 'education',
  member,
  value: 'primary',
}));

const filling = () => fillCard(card, [...plainObservations, ...causes], household, 53, [attribute]);
const fieldsOf = (code: string) => filling().filled.filter((field) => field.code === code);

describe('the household card', () => {
  it('is filled from what the form asked, each field with its source', () => {
    expect(fieldsOf('A22')).toEqual([
      { code: 'A22', value: ['television', 'washing-machine'], source: { kind: 'fact', key: 'appliances' } },
    ]);
    expect(fieldsOf('A26')).toEqual([{ code: 'A26', value: 1.2, source: { kind: 'fact', key: 'paddy' } }]);
  });

  it('is filled from the register, of the household and of each member', () => {
    expect(fieldsOf('head')).toEqual([{ code: 'head', value: '姓名head', source: { kind: 'register', key: 'head' } }]);
    expect(fieldsOf('A8').map(({ member, value, officialCodes }) => [member, value, officialCodes])).toEqual([
      ['head', '01', ['01']],
      ['wife', '02', ['02']],
      ['mother', '12', ['12']],
      ['daughter', '04', ['04']],
    ]);
    expect(fieldsOf('A7')).toHaveLength(4);
  });

  it('has official codes where the list has them', () => {
    expect(fieldsOf('A12').map(({ officialCodes }) => officialCodes)).toEqual([['01'], ['01'], ['02'], ['01']]);
    expect(fieldsOf('A11').find(({ member }) => member === 'daughter')?.officialCodes).toEqual(['03']);
    expect(fieldsOf('A1')[0]).not.toHaveProperty('officialCodes');
  });

  it('computes what follows from facts, and asks nobody for it', () => {
    const computed = filling().filled.filter(({ source }) => source.kind === 'computed');
    expect(computed.map(({ code, value }) => [code, value])).toEqual([
      ['score', 53],
      ['A19', 15.25],
      ['A25', 3.2],
      ['A49', 1],
    ]);
  });

  it('computes incomes once they are told, rounded to a hundredth', () => {
    const incomes = ['wage-income', 'business-income', 'property-income', 'transfer-income'].map((fact, place) => ({
      fact,
      value: 1000 * (place + 1),
    }));
    const { filled } = fillCard(card, [...incomes, { fact: 'costs', value: 999.99 }], household, undefined, []);
    const value = (code: string) => filled.find((field) => field.code === code)?.value;
    expect([value('A50'), value('A52'), value('A53')]).toEqual([10_000, 9000.01, 2250]);
    expect(value('score')).toBeUndefined();
  });

  it('names the decision that filled a field', () => {
    expect(fieldsOf('A1')).toEqual([
      { code: 'A1', value: 'ordinary', source: { kind: 'decision', key: 'attribute', decisionId: 'decision-7' } },
    ]);
    const reason: CardDecision = { fact: 'change-reason', member: 'wife', value: '嫁入', decisionId: 'd8' };
    const changed = fillCard(card, [], household, undefined, [reason]).filled.filter(
      (each) => each.code === 'change-reason',
    );
    expect(changed.map(({ member, value }) => [member, value])).toEqual([['wife', '嫁入']]);
  });

  it('takes no decision for a fact that is to be observed', () => {
    const decided: CardDecision = { fact: 'paddy', value: 9, decisionId: 'd9' };
    const { filled } = fillCard(card, [], household, undefined, [decided]);
    expect(filled.some(({ code }) => code === 'A26')).toBe(false);
  });

  it('says which required fields are still missing and asks only for their facts', () => {
    expect(filling().missing.map(({ code, member }) => [code, member])).toEqual(
      ['head', 'wife', 'mother', 'daughter'].map((member) => ['A10', member]),
    );
    expect(filling().wanted).toEqual(educations.map(({ fact, member }) => ({ fact, member })));
    const whole = fillCard(card, [...plainObservations, ...causes, ...educations], household, 53, [attribute]);
    expect(whole.missing).toEqual([]);
    expect(whole.wanted).toEqual([]);
  });

  it('waits for a decision without asking the household', () => {
    const { missing, wanted } = fillCard(card, [...plainObservations, ...causes, ...educations], household, 53, []);
    expect(missing).toEqual([{ code: 'A1', source: { kind: 'decision', key: 'attribute' } }]);
    expect(wanted).toEqual([]);
  });

  it('asks for the parts of a figure that cannot be computed, each once', () => {
    const known = [...plainObservations, ...causes, ...educations].filter(
      ({ fact, member }) =>
        !['floor-area', 'dry-land', 'paddy'].includes(fact) && !(fact === 'months-away' && member === 'wife'),
    );
    const { missing, wanted } = fillCard(card, known, household, 53, [attribute]);
    expect(missing.map(({ code }) => code)).toEqual(['A15', 'A19', 'A25', 'A26', 'A49']);
    expect(wanted).toEqual([
      { fact: 'months-away', member: 'wife' },
      { fact: 'floor-area' },
      { fact: 'paddy' },
      { fact: 'dry-land' },
    ]);
  });

  it('says so when it was never checked and a field has no source', () => {
    const broken = { ...card, fields: [{ code: 'A99', required: true }] };
    expect(() => fillCard(broken, [], household, 0, [])).toThrow('was not checked');
  });
});

describe('the fields of the household card of 2015', () => {
  it('point each at exactly one fact, register fact, computed figure or decision', () => {
    expect(checkCard(card, luocheng2015Form)).toEqual([]);
    expect(checkCard(card, luocheng2015EntryForm)).toEqual([]);
    for (const { code } of card.fields) expect([code, sourcesOf(card, code).length]).toEqual([code, 1]);
  });

  it('run from A1 to A76, but for four that the source does not describe', () => {
    const numbered = new Set(card.fields.flatMap(({ code }) => /^A(\d+)/.exec(code)?.[1] ?? []));
    const all = Array.from({ length: 76 }, (_, place) => String(place + 1));
    expect(all.filter((number) => !numbered.has(number))).toEqual(['58', '59', '60', '61']);
  });

  it('require of 2015 nothing but what the form asked, two facts more and what the register and the county know', () => {
    const asked = new Set(assessedFacts.map(({ key }) => key));
    const required = card.fields.filter((field) => field.required).flatMap(({ code }) => sourcesOf(card, code));
    const beyond = required.filter(({ kind, key }) => kind === 'fact' && !asked.has(key)).map(({ key }) => key);
    expect(beyond).toEqual(['main-cause', 'education']);
    expect(required.filter(({ kind }) => kind === 'decision').map(({ key }) => key)).toEqual(['attribute']);
  });

  it('take a fact that the register knows from the register alone', () => {
    const codes = registerFacts.flatMap(({ card: code }) => code ?? []);
    for (const code of codes) expect(sourcesOf(card, code).map(({ kind }) => kind)).toEqual(['register']);
  });
});

describe('the check of a household card', () => {
  const problemsOf = (change: Partial<HouseholdCard>) =>
    checkCard({ ...card, ...change }, luocheng2015EntryForm).map(({ path, problem }) => `${path} ${problem}`);
  const fact: FactDefinition = {
    key: 'stove',
    name: { zh: '灶', en: 'Stove' },
    about: 'household',
    kind: 'text',
    sensitive: 'none',
  };

  it('refuses a field that nothing fills, or that stands twice', () => {
    expect(problemsOf({ fields: [...card.fields, { code: 'A58', required: false }] })).toEqual([
      expect.stringMatching(/A58 is filled by 0 facts, exactly one is wanted$/),
    ]);
    expect(problemsOf({ fields: [...card.fields, card.fields[0]!] })).toEqual([
      expect.stringMatching(/village stands twice$/),
    ]);
  });

  it('refuses two facts for one field, asked, computed or decided', () => {
    const twice = { ...fact, card: 'A26' };
    const expected = [
      expect.stringMatching(/are one fact: same card field$/),
      expect.stringMatching(/A26 is filled by 2 facts, exactly one is wanted$/),
    ];
    expect(problemsOf({ facts: [...card.facts, twice] })).toEqual(expected);
    expect(problemsOf({ decided: [...card.decided, twice] })).toEqual(expected);
    expect(problemsOf({ computed: [...card.computed, twice] })).toEqual(expected);
  });

  it('refuses a fact for a field the card does not have', () => {
    expect(problemsOf({ facts: [...card.facts, { ...fact, card: 'A99' }] })).toEqual([
      'card.fields has no field A99, which stove fills',
    ]);
  });

  it('refuses to leave out what the form asks or shows', () => {
    const without = (key: string) => ({ facts: card.facts.filter((each) => each.key !== key) });
    expect(problemsOf(without('debt'))).toEqual(['card.facts leaves out debt, which the form asks']);
    const noVeto = {
      decided: card.decided.filter(({ key }) => key !== 'vetoed'),
      fields: card.fields.filter(({ code }) => code !== 'vetoed'),
    };
    expect(problemsOf(noVeto)).toEqual(['card.decided leaves out vetoed, which the form shows']);
  });

  it('refuses a date that is none and a figure of facts that do not exist', () => {
    expect(problemsOf({ standardDate: '2015-13-01' })).toEqual(['card.standardDate is not a date']);
    const luck = { ...fact, kind: 'number' as const, measure: { add: ['luck'] } };
    expect(problemsOf({ computed: [...card.computed, luck] })).toEqual([
      `card.computed[${card.computed.length}].measure.add luck is not a fact`,
    ]);
  });
});

describe(`the household card, of any household (seed ${seed})`, () => {
  it('changes no fact and asks for none that is known', () => {
    fc.assert(
      fc.property(anyHousehold(factCatalogue), fc.infiniteStream(fc.boolean()), ({ members, observations }, hide) => {
        const known = observations.filter(() => hide.next().value);
        const { filled, wanted } = fillCard(card, known, registered(members), 40, [attribute]);
        for (const { source, member, value } of filled.filter((field) => field.source.kind === 'fact')) {
          const observed = known.find((each) => each.fact === source.key && each.member === member);
          if (observed) expect(value).toEqual(observed.value);
        }
        for (const { fact, member } of wanted)
          expect(known.some((each) => each.fact === fact && each.member === member)).toBe(false);
      }),
      { seed },
    );
  });

  it('is complete after one more question to each, once the household was assessed and its attribute decided', () => {
    fc.assert(
      fc.property(anyHousehold(factCatalogue), ({ members, observations }) => {
        const asked = new Set(luocheng2015Form.facts.map(({ key }) => key));
        const assessed = observations.filter(({ fact }) => asked.has(fact));
        const score = scoreOf(luocheng2015Form, members, assessed);
        const total = score.ok ? score.total : undefined;
        const first = fillCard(card, assessed, registered(members), total, [attribute]);
        expect(new Set([...first.wanted.map(({ fact }) => fact), 'education'])).toEqual(
          new Set(['main-cause', 'education']),
        );
        const answers = first.wanted.map((wanted) =>
          observations.find((each) => each.fact === wanted.fact && each.member === wanted.member)!,
        );
        const second = fillCard(card, [...assessed, ...answers], registered(members), total, [attribute]);
        expect(second.missing).toEqual([]);
      }),
      { seed },
    );
  });
});
