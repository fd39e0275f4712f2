import type { StageDefinition, Terms } from './profile';

/** What a change of profile does to the cases that are at one stage. */
export interface StageMigration {
  stage: string;
  /** `moves`: they go on by the new profile, at the same stage and with the deadline they have; `stays`: they keep the old one. */
  outcome: 'moves' | 'stays';
  reason: 'same-stage' | 'in-a-sitting' | 'no-such-stage' | 'other-kind';
}

/**
 * Which running cases a new profile can take over. A case moves where it waits for its own step and the new profile has that
 * very step; what lies before a meeting or hangs as a notice is ended by the rules it was begun with.
 */
export function profileMigration(from: Terms, to: Terms): StageMigration[] {
  return from.stages.map((stage) => {
    const reason = reasonFor(stage, to.stages);
    return { stage: stage.key, outcome: reason === 'same-stage' ? 'moves' : 'stays', reason };
  });
}

function reasonFor(stage: StageDefinition, stages: readonly StageDefinition[]): StageMigration['reason'] {
  if (stage.unit !== 'household') return 'in-a-sitting';
  const counterpart = stages.find(({ key }) => key === stage.key);
  if (!counterpart) return 'no-such-stage';
  return counterpart.kind === stage.kind ? 'same-stage' : 'other-kind';
}
