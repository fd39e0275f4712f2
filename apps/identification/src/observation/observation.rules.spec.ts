import {
  luocheng2015,
  luocheng2015EntryForm,
  luocheng2015Form,
  luocheng2015ToEntry,
  type RegisteredMember,
} from '@jingzhun/identification-rules';
import {
  askedFacts,
  assertFacts,
  changesIn,
  inPresentForm,
  keepable,
  knownFacts,
  observationsOf,
} from './observation.rules';

const head: RegisteredMember = { id: 'head', relation: '01', sex: 'male', birthDate: '1970-01-01', ethnicity: 'Han' };
const terms = { form: luocheng2015Form };
const entryTerms = { form: luocheng2015EntryForm, sheetMigrations: [luocheng2015ToEntry] };
const debt = (value: number) => ({ fact: 'debt', value });
const recorded = (formVersion: string | null) => ({ ...debt(500), formVersion });

describe('facts that are handed in', () => {
  it('are refused by name when the form does not take them', () => {
    const given = observationsOf([
      { fact: 'debt', value: -1 },
      { fact: 'house-grade', value: 'E' },
      { fact: 'luck', value: 3 },
    ]);
    const problems = () => assertFacts(terms, given, [head]);
    expect(problems).toThrow('3 facts are not as the form asks');
    const pigs = { fact: 'pigs', value: 3 };
    expect(keepable(terms, [...given, pigs], [head])).toEqual([pigs]);
  });

  it('may be those of the card beside those of the form, each asked once', () => {
    const asked = askedFacts(luocheng2015).map(({ key }) => key);
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked).toEqual(expect.arrayContaining(['debt', 'wage-income']));
  });

  it('are taken by the form that the device had loaded, where the profile says how', () => {
    const facts = { members: [head], known: [] };
    expect(inPresentForm(entryTerms, luocheng2015Form.version, facts, [debt(3)])).toContainEqual(debt(3));
    expect(() => inPresentForm(entryTerms, 'older still', facts, [debt(3)])).toThrow(luocheng2015EntryForm.version);
    expect(inPresentForm(terms, null, facts, [debt(3)])).toEqual([debt(3)]);
  });
});

describe('what is known', () => {
  it('is read by the present form, also when it was asked by the one before', () => {
    expect(knownFacts(entryTerms, [recorded(luocheng2015Form.version)], [head])).toContainEqual(debt(500));
  });

  it('does not count of people who have left the household', () => {
    const health = { fact: 'health', value: 'chronic', formVersion: luocheng2015Form.version };
    expect(
      knownFacts(
        terms,
        [
          { ...health, member: 'gone' },
          { ...health, member: 'head' },
        ],
        [head],
      ),
    ).toEqual([{ fact: 'health', member: 'head', value: 'chronic' }]);
  });

  it('changes where another value is found; flags say the same in any order', () => {
    const flags = (...value: string[]) => ({ fact: 'appliances', value });
    const known = [debt(500), flags('television', 'computer')];
    expect(changesIn(known, [debt(500), flags('computer', 'television')])).toEqual([]);
    expect(changesIn(known, [debt(600), { fact: 'pigs', value: 2 }])).toEqual([
      { fact: 'debt', before: 500, after: 600 },
      { fact: 'pigs', after: 2 },
    ]);
  });
});
