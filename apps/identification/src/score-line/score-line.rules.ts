import type { ScoreLineRule } from '@jingzhun/identification-rules';
import { covers, InvalidInput, levelOf, NotAllowed, StaleVersion } from '@jingzhun/kernel';
import { ProposalDecided } from './score-line.errors';

/** @throws NotAllowed unless the caller's areas hold the whole county: half a county has no line. */
export function assertWholeCounty(areas: readonly string[], county: string): void {
  if (!covers(areas, county)) throw new NotAllowed('The line is found over the whole county.');
}

/** @throws InvalidInput where households are not scored */
export function ruleOf(line: ScoreLineRule | undefined): ScoreLineRule {
  if (!line) throw new InvalidInput('The campaign has no score line: its households are not scored.', 'line');
  return line;
}

/** @throws InvalidInput */
export function assertQuota(quota: number): void {
  if (quota < 0) throw new InvalidInput('The advisory quota counts persons, from 0.', 'quota');
}

/** @throws InvalidInput */
export function assertReason(reason: string): void {
  if (!reason.trim()) throw new InvalidInput('Say why this line is proposed.', 'reason');
}

/** @throws ProposalDecided, StaleVersion */
export function assertUndecided(proposal: { state: string; version: number }, version: number): void {
  if (proposal.state !== 'proposed') throw new ProposalDecided('The proposal was decided already.', 'proposalId');
  if (proposal.version !== version) throw new StaleVersion('The record was changed after it was read.', 'version');
}

/** @throws InvalidInput unless it is the code of a village. */
export function assertVillage(code: string): void {
  if (levelOf(code) !== 'village') throw new InvalidInput('Lists are kept by village.', 'villageCode');
}

/** @throws InvalidInput */
export function assertPlace(place: string): void {
  if (!place.trim()) throw new InvalidInput('Say where the announcement hangs.', 'place');
}
