import { attainable } from '../form';
import { checkTerms } from '../profile-check';
import { luocheng2015 } from './luocheng-2015';
import { monitoring } from './monitoring';
import { national2014 } from './national-2014';
import { shanglin2015 } from './shanglin-2015';

const all = [luocheng2015, shanglin2015, national2014, monitoring];

describe('the profiles of this release', () => {
  it.each(all.map((terms) => [terms.key, terms] as const))('may be used as they are: %s', (_key, terms) => {
    expect(checkTerms(terms)).toEqual([]);
  });

  it('are told apart by their keys', () => {
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
  });
});

describe('the profile of Luocheng 2015', () => {
  const { form, stages } = luocheng2015;

  it('assesses a household on 18 items and 90 levels, for 100 points', () => {
    const items = form?.items ?? [];
    expect(items).toHaveLength(18);
    expect(items.flatMap((item) => item.levels)).toHaveLength(90);
    expect(items.reduce((total, item) => total + attainable(item), 0)).toBe(100);
  });

  it('calls its form a reconstruction', () => {
    expect(form?.version).toContain('reconstruction');
  });

  it('never publishes health or schooling', () => {
    const kept = form?.items.filter((item) => item.sensitive).map((item) => item.key);
    expect(kept).toEqual(['health', 'schooling']);
  });

  it('reviews and publishes by group, reviews again by village, and asks the household for the rest', () => {
    expect(stages.map((stage) => [stage.key, stage.unit])).toEqual([
      ['visit', 'household'],
      ['scoring', 'household'],
      ['group-review', 'group'],
      ['publicity', 'group'],
      ['village-review', 'village'],
      ['entry', 'household'],
    ]);
  });
});

describe('the profile of Shanglin 2015', () => {
  it('visits, reviews, audits and publishes twice, and announces once', () => {
    const times = (kind: string) => shanglin2015.stages.filter((stage) => stage.kind === kind).length;
    expect([times('visit'), times('review'), times('audit'), times('publicity')]).toEqual([2, 2, 2, 3]);
  });
});

describe('the national profile of 2014', () => {
  it('publishes twice, announces once, and scores nobody', () => {
    expect(national2014.stages.filter(({ kind }) => kind === 'publicity')).toHaveLength(3);
    expect(national2014.stages.some(({ kind }) => kind === 'scoring')).toBe(false);
  });
});

describe('the profile of monitoring', () => {
  it('reviews once, in the village, and is through in fifteen days', () => {
    expect(monitoring.stages.filter(({ kind }) => kind === 'review').map(({ unit }) => unit)).toEqual(['village']);
    expect(monitoring.wholeDays).toBe(15);
    expect(checkTerms({ ...monitoring, wholeDays: 14 }).map(({ path }) => path)).toEqual(['wholeDays']);
  });
});
