import type { Profile } from './profile';
import { luocheng2015 } from './profiles/luocheng-2015';
import { firstStage, nextStage, stageOf } from './stage-chain';

const profile: Profile = luocheng2015({
  dayMilliseconds: 86_400_000,
  startsAt: '2015-10-15T16:00:00.000Z',
  startsOn: '2015-10-16',
  utcOffsetMinutes: 480,
  restWeekdays: [],
  holidays: [],
  makeUpDays: [],
});

describe('the chain of stages', () => {
  it('leads from the visit to the entry without leaving a stage out', () => {
    const walked = [firstStage(profile).key];
    for (let next = nextStage(profile, 'visit'); next; next = nextStage(profile, next.key)) walked.push(next.key);
    expect(walked).toEqual(['visit', 'scoring', 'group-review', 'publicity', 'village-review', 'entry']);
  });

  it('ends with the entry', () => {
    expect(nextStage(profile, 'entry')).toBeUndefined();
  });

  it('knows no stage that the profile does not name', () => {
    expect(() => stageOf(profile, 'county-audit')).toThrow('no stage county-audit');
    expect(() => nextStage(profile, 'county-audit')).toThrow('no stage county-audit');
  });
});
