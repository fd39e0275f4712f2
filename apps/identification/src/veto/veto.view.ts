import type { Veto } from '@jingzhun/identification-rules';

/** A step as the graph shows it. */
export interface ShownVetoStep {
  step: 'noteByGroup' | 'noteByVillage' | 'stand' | 'verifyLift' | 'lift' | 'refuseLift';
  at: string;
  by: string | null;
  sittingId: string | null;
  reason: string | null;
  evidence: string[];
}

const names = {
  'note-by-group': 'noteByGroup',
  'note-by-village': 'noteByVillage',
  stand: 'stand',
  'verify-lift': 'verifyLift',
  lift: 'lift',
  'refuse-lift': 'refuseLift',
} as const;

export function shownSteps({ steps }: Pick<Veto, 'steps'>): ShownVetoStep[] {
  return steps.map((step) => ({
    step: names[step.step],
    at: step.at,
    by: 'by' in step ? step.by : null,
    sittingId: 'sittingId' in step ? step.sittingId : null,
    reason: 'reason' in step ? step.reason : null,
    evidence: 'evidence' in step ? step.evidence : [],
  }));
}
