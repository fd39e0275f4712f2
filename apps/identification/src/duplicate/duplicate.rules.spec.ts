import { differences, removalBy, type DuplicateVerdict, type LeadAsRead } from './duplicate.rules';

const lead: LeadAsRead = { version: 1, state: 'open' };
const sides = [
  { memberId: 'm1', householdId: 'h1' },
  { memberId: 'm2', householdId: 'h2' },
];
const same: DuplicateVerdict = {
  version: 1,
  verdict: 'samePerson',
  keeperHouseholdId: 'h1',
  reason: 'Seen with his card.',
};
const different: DuplicateVerdict = { version: 1, verdict: 'differentPeople', reason: 'Two cards, two faces.' };

describe('what is said of two members who may be one', () => {
  it('takes one person out of the household that does not keep him', () => {
    expect(removalBy(lead, undefined, sides, same)).toEqual(sides[1]);
    expect(removalBy(lead, undefined, sides, { ...same, keeperHouseholdId: 'h2' })).toEqual(sides[0]);
  });

  it('leaves two people where they are', () => {
    expect(removalBy(lead, undefined, sides, different)).toBeUndefined();
  });

  it('is said once, unless the change that followed came to nothing', () => {
    for (const state of ['differentPeople', 'settled'] as const)
      expect(() => removalBy({ ...lead, state }, undefined, sides, same)).toThrow(
        expect.objectContaining({ code: 'LEAD_DECIDED' }),
      );
    const decided: LeadAsRead = { version: 1, state: 'samePerson' };
    for (const state of ['waiting', 'approved'])
      expect(() => removalBy(decided, state, sides, different)).toThrow(
        expect.objectContaining({ code: 'LEAD_DECIDED' }),
      );
    for (const state of ['declined', 'withdrawn']) expect(removalBy(decided, state, sides, different)).toBeUndefined();
  });

  it.each<[string, DuplicateVerdict, string]>([
    ['an old copy', { ...same, version: 2 }, 'STALE_VERSION'],
    ['no reason', { ...different, reason: ' ' }, 'INVALID_INPUT'],
    ['one person and no household', { ...same, keeperHouseholdId: null }, 'INVALID_INPUT'],
    ['a third household', { ...same, keeperHouseholdId: 'h3' }, 'INVALID_INPUT'],
    ['two people of whom a household keeps one', { ...different, keeperHouseholdId: 'h1' }, 'INVALID_INPUT'],
  ])('is refused with %s', (_, verdict, code) => {
    expect(() => removalBy(lead, undefined, sides, verdict)).toThrow(expect.objectContaining({ code }));
  });
});

describe('the comparison', () => {
  const one = {
    name: '韦一',
    sex: 'male',
    birthDate: '1970-01-01',
    ethnicity: 'Han',
    relation: '01',
    idNumberMasked: '451225************',
  };

  it('names what differs', () => {
    expect(differences(one, { ...one, name: '韦乙', relation: '03' }, true)).toEqual(['name', 'relation']);
    expect(differences(one, one, true)).toEqual([]);
  });

  it('does not take equal masks for equal numbers', () => {
    expect(differences(one, one, false)).toEqual(['idNumber']);
  });
});
