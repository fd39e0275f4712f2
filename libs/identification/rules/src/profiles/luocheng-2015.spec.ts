import { attainable } from '../form';
import { luocheng2015 } from './luocheng-2015';

const profile = luocheng2015({
  dayMilliseconds: 86_400_000,
  startsAt: '2015-10-15T16:00:00.000Z',
  startsOn: '2015-10-16',
  utcOffsetMinutes: 480,
  restWeekdays: [],
  holidays: [],
  makeUpDays: [],
});

describe('the profile of Luocheng 2015', () => {
  it('assesses a household on 18 items and 90 levels, for 100 points', () => {
    const { items } = profile.form;
    expect(items).toHaveLength(18);
    expect(items.flatMap((item) => item.levels)).toHaveLength(90);
    expect(items.reduce((total, item) => total + attainable(item), 0)).toBe(100);
  });

  it('calls its form a reconstruction', () => {
    expect(profile.form.version).toContain('reconstruction');
  });

  it('never publishes health or schooling', () => {
    const kept = profile.form.items.filter((item) => item.sensitive).map((item) => item.key);
    expect(kept).toEqual(['health', 'schooling']);
  });

  it('reviews and publishes by group, reviews again by village, and asks the household for the rest', () => {
    expect(profile.stages.map((stage) => [stage.key, stage.unit])).toEqual([
      ['visit', 'household'],
      ['scoring', 'household'],
      ['group-review', 'group'],
      ['publicity', 'group'],
      ['village-review', 'village'],
      ['entry', 'household'],
    ]);
  });
});
