import { luocheng2015, type Profile } from '@jingzhun/identification-rules';
import { assertMayChange, sittingStages, type CaseEffect, type Standing } from './case-entry.rules';

const profile: Profile = {
  ...luocheng2015,
  calendar: {
    dayMilliseconds: 86_400_000,
    startsAt: '2015-10-11T00:00:00Z',
    startsOn: '2015-10-11',
    utcOffsetMinutes: 480,
    restWeekdays: [],
    holidays: [],
    makeUpDays: [],
  },
};

const standing = (stage: string | null, laidBefore = false): Standing => ({
  id: 'h',
  areaCode: 'g',
  stage,
  laidBefore,
});
const effects: CaseEffect[] = ['keeps', 'moves', 'ends'];

describe('a household of a running campaign', () => {
  it('is changed by nothing while its publicity runs', () => {
    for (const effect of effects)
      expect(() => assertMayChange(profile, standing('publicity'), effect)).toThrow(
        expect.objectContaining({ code: 'HOUSEHOLD_IN_PUBLICITY' }),
      );
  });

  it.each(['group-review', 'village-review'])(
    'is not taken from a sitting at %s, but may be corrected meanwhile',
    (stage) => {
      expect(() => assertMayChange(profile, standing(stage, true), 'keeps')).not.toThrow();
      for (const effect of ['moves', 'ends'] as const)
        expect(() => assertMayChange(profile, standing(stage, true), effect)).toThrow(
          expect.objectContaining({ code: 'HOUSEHOLD_UNDER_REVIEW' }),
        );
    },
  );

  it.each(['visit', 'scoring', 'group-review', 'village-review', 'entry', 'done'])('may be changed at %s', (stage) => {
    for (const effect of effects) expect(() => assertMayChange(profile, standing(stage), effect)).not.toThrow();
  });
});

it('before the campaign every household may be changed', () => {
  for (const effect of effects) expect(() => assertMayChange(undefined, standing(null), effect)).not.toThrow();
});

it('a household that is gone may have held up the review of its group and of its village', () => {
  expect(sittingStages(profile).map(({ key }) => key)).toEqual(['group-review', 'village-review']);
});
