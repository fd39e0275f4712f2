import type { StageDefinition, Terms } from './profile';

/** The stage every household begins with. */
export function firstStage(profile: Terms): StageDefinition {
  const [first] = profile.stages;
  if (!first) throw new RangeError(`profile ${profile.key} has no stage`);
  return first;
}

/** The stage of that key; a key the profile does not have is a fault, not a decision. */
export function stageOf(profile: Terms, key: string): StageDefinition {
  const stage = profile.stages.find((candidate) => candidate.key === key);
  if (!stage) throw new RangeError(`profile ${profile.key} has no stage ${key}`);
  return stage;
}

/** The stage that follows, or undefined after the last one. */
export function nextStage(profile: Terms, key: string): StageDefinition | undefined {
  return profile.stages[profile.stages.indexOf(stageOf(profile, key)) + 1];
}

/** The stage a meeting or an audit at `key` returns a household to: the last one before it that is the field team's own. */
export function stageToRepeat(profile: Terms, key: string): StageDefinition | undefined {
  const before = profile.stages.slice(0, profile.stages.indexOf(stageOf(profile, key)));
  return before.findLast(({ kind }) => kind === 'visit' || kind === 'scoring');
}

/** Whether `later` goes on in the sitting of `earlier`: a unit's publicity of what its own meeting has just reviewed. */
export function sameSitting(earlier: StageDefinition, later: StageDefinition): boolean {
  return earlier.kind === 'review' && later.kind === 'publicity' && earlier.unit === later.unit;
}
