import { guangxi2015Scope, householdCategories, isHouseholdCategory, isInScope } from './scope';

describe('the scope of 2015', () => {
  const assessed = (inPoorVillage: boolean) =>
    householdCategories.filter((category) => isInScope(guangxi2015Scope, { category, inPoorVillage }));

  it('takes in every household of a poor village but those of the five guarantees', () => {
    expect(assessed(true)).toEqual(['ordinary', 'registeredPoor', 'newApplicant']);
  });

  it('takes in elsewhere only who is on the register of 2014 or applies anew', () => {
    expect(assessed(false)).toEqual(['registeredPoor', 'newApplicant']);
  });

  it('knows a category by its exact word', () => {
    expect(householdCategories.every(isHouseholdCategory)).toBe(true);
    expect(['', 'poor', 'Ordinary', 'toString'].some(isHouseholdCategory)).toBe(false);
  });
});
