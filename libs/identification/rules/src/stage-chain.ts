import type { Profile, StageDefinition } from './profile';

/** The stage every household begins with. */
export function firstStage(profile: Profile): StageDefinition {
  const [first] = profile.stages;
  if (!first) throw new RangeError(`profile ${profile.key} has no stage`);
  return first;
}

/** The stage of that key; a key the profile does not have is a fault, not a decision. */
export function stageOf(profile: Profile, key: string): StageDefinition {
  const stage = profile.stages.find((candidate) => candidate.key === key);
  if (!stage) throw new RangeError(`profile ${profile.key} has no stage ${key}`);
  return stage;
}

/** The stage that follows, or undefined after the last one. */
export function nextStage(profile: Profile, key: string): StageDefinition | undefined {
  return profile.stages[profile.stages.indexOf(stageOf(profile, key)) + 1];
}
