import { generateCounty } from '../generator/generate-county';
import { demoHouseholds, demoSeed } from './demo-county';
import { demoPlan } from './demo-plan';

describe('the plan of the demonstration', () => {
  const { areas, expectation } = generateCounty({ households: demoHouseholds, seed: demoSeed });
  const plan = demoPlan(areas);

  it('lies in two townships', () => {
    expect(expectation.townships).toBe(2);
  });

  it('shows every stage at least once', () => {
    const goals = new Set(plan.goals.values());
    expect([...goals].sort()).toEqual(['entry', 'field-work', 'group-review', 'publicity', 'stuck', 'untouched']);
  });

  it('enters a third of the households and leaves some at entry', () => {
    const finished = areas.townships
      .flatMap(({ villages }) => villages)
      .filter(({ code }) => plan.reviewed.includes(code))
      .flatMap(({ groups }) => groups)
      .reduce((sum, { households }) => sum + households, 0);
    expect(plan.entered).toBe(Math.round(demoHouseholds / 3));
    expect(finished).toBeGreaterThan(plan.entered);
  });
});
