import type { StageDefinition } from './profile';
import { luocheng2015 as profile } from './profiles/luocheng-2015';
import { shanglin2015 } from './profiles/shanglin-2015';
import { firstStage, nextStage, sameSitting, stageOf, stageToRepeat } from './stage-chain';

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

  it('leads back to the last step of the field team before a meeting or an audit', () => {
    const back = (key: string) => stageToRepeat(shanglin2015, key)?.key;
    expect([back('group-review'), back('village-review'), back('county-audit'), back('visit')]).toEqual([
      'scoring',
      'second-visit',
      'second-visit',
      undefined,
    ]);
  });

  it('keeps a publicity in the sitting of the meeting that came before it, and no other stage', () => {
    const pairs = shanglin2015.stages.slice(1).map((later, place) => [shanglin2015.stages[place]!, later] as const);
    const kept = pairs.filter(([earlier, later]) => sameSitting(earlier, later)).map(([, later]) => later.key);
    expect(kept).toEqual(['group-publicity']);
  });

  it('keeps a notice in the sitting only of a meeting, only of the same unit, and only a notice', () => {
    const [visit] = profile.stages;
    const stage = (kind: StageDefinition['kind'], unit: StageDefinition['unit']) => ({ ...visit!, kind, unit });
    const review = stage('review', 'group');
    expect(sameSitting(review, stage('publicity', 'group'))).toBe(true);
    expect(sameSitting(review, stage('publicity', 'village'))).toBe(false);
    expect(sameSitting(review, stage('review', 'group'))).toBe(false);
    expect(sameSitting(stage('audit', 'group'), stage('publicity', 'group'))).toBe(false);
    expect(sameSitting(stage('publicity', 'group'), stage('publicity', 'group'))).toBe(false);
  });

  it('has a beginning, or is no chain', () => {
    expect(() => firstStage({ ...profile, stages: [] })).toThrow('profile luocheng-2015 has no stage');
  });
});
