import { luocheng2015 } from './profiles/luocheng-2015';
import { monitoring } from './profiles/monitoring';
import { shanglin2015 } from './profiles/shanglin-2015';
import { profileMigration } from './profile-migration';

describe('a change of profile', () => {
  it('takes over the cases that wait for a step the new profile has too, and leaves those before a meeting', () => {
    expect(profileMigration(luocheng2015, shanglin2015)).toEqual([
      { stage: 'visit', outcome: 'moves', reason: 'same-stage' },
      { stage: 'scoring', outcome: 'moves', reason: 'same-stage' },
      { stage: 'group-review', outcome: 'stays', reason: 'in-a-sitting' },
      { stage: 'publicity', outcome: 'stays', reason: 'in-a-sitting' },
      { stage: 'village-review', outcome: 'stays', reason: 'in-a-sitting' },
      { stage: 'entry', outcome: 'moves', reason: 'same-stage' },
    ]);
  });

  it('leaves the cases whose step the new profile does not have, or means otherwise', () => {
    const stages = monitoring.stages.map((stage) =>
      stage.key === 'entry' ? { ...stage, kind: 'audit' as const } : stage,
    );
    const kept = profileMigration(luocheng2015, { ...monitoring, stages }).filter(({ outcome }) => outcome === 'stays');
    expect(kept.map(({ stage, reason }) => [stage, reason])).toEqual([
      ['scoring', 'no-such-stage'],
      ['group-review', 'in-a-sitting'],
      ['publicity', 'in-a-sitting'],
      ['village-review', 'in-a-sitting'],
      ['entry', 'other-kind'],
    ]);
  });
});
