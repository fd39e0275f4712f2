import { fillCard, luocheng2015, type Observation, type RegisteredMember } from '@jingzhun/identification-rules';
import { isRefusal } from '@jingzhun/kernel';
import { FactsNotValid } from '../observation/observation.errors';
import { assertAddable, assertNew, followingDecisions, questionsOf, wordsOf } from './household-card.rules';

const { form } = luocheng2015;
const card = luocheng2015.card!;
const members: RegisteredMember[] = [
  { id: 'head', relation: '01', sex: 'male', birthDate: '1975-03-02', ethnicity: '仫佬族' },
  { id: 'child', relation: '03', sex: 'male', birthDate: '2013-03-02', ethnicity: '仫佬族' },
];

describe('what is added to a card', () => {
  const paddy: Observation = { fact: 'paddy', value: 1.2 };
  const cause: Observation = { fact: 'main-cause', value: 'illness' };
  const attribute: Observation = { fact: 'attribute', value: 'ordinary' };
  const known = { facts: [paddy, cause], decisions: [attribute] };
  const nothing = { facts: [] as Observation[], decisions: [] as Observation[] };
  const problems = (given: Partial<typeof nothing> & { reason?: string }) => {
    try {
      assertAddable({ form, card }, known, { ...nothing, ...given }, members);
      return [];
    } catch (error) {
      if (error instanceof FactsNotValid)
        return error.problems.map(({ fact, code }) => `${error.field} ${fact} ${code}`);
      if (isRefusal(error)) return [`${error.code} ${error.field}`];
      throw error;
    }
  };

  it('is what nobody has asked before', () => {
    const education = { fact: 'education', member: 'head', value: 'primary' };
    expect(problems({ facts: [education], decisions: [{ fact: 'support-unit', value: '县扶贫办' }] })).toEqual([]);
    expect(problems({ facts: [paddy] })).toEqual(['facts paddy FACT_KNOWN']);
    expect(problems({ facts: [{ ...paddy, value: 2 }], reason: 'Measured.' })).toEqual(['facts paddy FACT_KNOWN']);
  });

  it('is nothing that is on record with the line, the vetoes or the card itself', () => {
    for (const fact of ['year', 'veto-reason', 'filled-by'])
      expect(problems({ decisions: [{ fact, value: 'x' }] })).toEqual([`decisions ${fact} FACT_KNOWN`]);
  });

  it('may be another answer to what the card alone has asked, with a reason', () => {
    const found = { facts: [{ ...cause, value: 'schooling' }] };
    expect(problems(found)).toEqual(['INVALID_INPUT reason']);
    expect(problems({ ...found, reason: 'The son went to college.' })).toEqual([]);
    expect(problems({ decisions: [{ ...attribute, value: 'allowance' }] })).toEqual(['INVALID_INPUT reason']);
    expect(problems({ facts: [cause], decisions: [attribute] })).toEqual([]);
  });

  it('is of the code lists', () => {
    expect(problems({ facts: [{ fact: 'main-cause', value: 'bad luck' }] })).toEqual([
      'facts main-cause OPTION_UNKNOWN',
    ]);
    expect(problems({ decisions: [{ fact: 'attribute', value: 'rich' }] })).toEqual([
      'decisions attribute OPTION_UNKNOWN',
    ]);
    expect(problems({ decisions: [{ fact: 'main-cause', value: 'illness' }] })).toEqual([
      'decisions main-cause FACT_UNKNOWN',
    ]);
  });

  it('is something', () => {
    const { filled } = fillCard(card, known.facts, { members }, 53, []);
    expect(() => assertNew(filled, [...filled].reverse())).toThrow('says the same');
    expect(() => assertNew(undefined, filled)).not.toThrow();
    expect(() => assertNew(filled.slice(1), filled)).not.toThrow();
  });
});

describe('the questions of a card', () => {
  const questionsAfter = (facts: Observation[]) => {
    const decisions = followingDecisions(card, { version: 1 });
    return questionsOf(card, fillCard(card, facts, { members }, 53, decisions), members);
  };
  const asked = (facts: Observation[], required: boolean) =>
    questionsAfter(facts)
      .filter((each) => each.required === required)
      .map(({ definition, member }) => (member ? `${definition.key} of ${member}` : definition.key));

  it('are each asked once, of whom they concern', () => {
    for (const required of [true, false]) {
      const keys = asked([], required);
      expect(new Set(keys).size).toBe(keys.length);
    }
    expect(asked([], true)).toContain('education of head');
    // A child of two is below school age: that goes without asking.
    expect(asked([], true)).not.toContain('education of child');
    expect(asked([], true)).toEqual(expect.arrayContaining(['main-cause', 'attribute', 'floor-area']));
  });

  it('are no longer asked when they are answered', () => {
    const facts = [{ fact: 'floor-area', value: 61 }];
    expect(asked(facts, true)).not.toContain('floor-area');
    expect(asked(facts, true)).toHaveLength(asked([], true).length - 1);
  });

  it('leave out what is on record', () => {
    const keys = questionsAfter([]).map(({ definition }) => definition.key);
    for (const key of ['year', 'vetoed', 'veto-reason', 'filled-by', 'filled-on']) expect(keys).not.toContain(key);
  });
});

describe('a value', () => {
  it('is told in the words of its list, with its unit', () => {
    const options = [
      { key: 'a', name: { zh: '甲', en: 'a' } },
      { key: 'b', name: { zh: '乙', en: 'b' } },
    ];
    expect(wordsOf({ options }, ['a', 'b'])).toBe('甲、乙');
    expect(wordsOf({ options }, [])).toBe('无');
    expect(wordsOf({ unit: { zh: '亩', en: 'mu' } }, 1.5)).toBe('1.5亩');
  });
});
