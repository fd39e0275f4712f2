import {
  assessedBefore,
  drawSample,
  scoreOf,
  type Form,
  type LookBackTerms,
  type Observation,
  type PointsOfItem,
  type RegisteredMember,
  type SampleRule,
} from '@jingzhun/identification-rules';
import { covers, InvalidInput, isUuid, levelOf, StaleVersion } from '@jingzhun/kernel';
import { FactsNotValid } from '../observation/observation.errors';
import type { GivenFact } from '../observation/observation.rules';
import type { LookBackHouseholdRow } from './look-back-household.entity';
import type { TownshipSample } from './look-back.entity';
import { AssessedAgain, OwnAssessment } from './look-back.errors';

/** A scored household that may be drawn. */
export interface Scored {
  householdId: string;
  areaCode: string;
}

export interface SecondAssessment {
  version: number;
  assessedOn: string;
  assessors: string[];
  facts: GivenFact[];
}

/** @throws InvalidInput where the campaign has no look-back */
export function termsOf(terms: LookBackTerms | undefined): LookBackTerms {
  if (!terms) throw new InvalidInput('The campaign does not look back at its scores.', 'areaCode');
  return terms;
}

/** @throws InvalidInput */
export function assertSamples(areaCode: string, samples: readonly TownshipSample[], reason: string): void {
  if (!reason.trim()) throw new InvalidInput('Say what the look-back is for.', 'reason');
  const townships = samples.map(({ townshipCode }) => townshipCode);
  if (townships.some((code) => levelOf(code) !== 'township' || !covers([areaCode], code)))
    throw new InvalidInput('Samples are given by township of the area.', 'samples');
  if (new Set(townships).size < townships.length)
    throw new InvalidInput('A township has two samples.', 'samples', 'Give each township one sample.');
  if (samples.some(({ percent, minimum }) => percent < 1 || percent > 100 || minimum < 0))
    throw new InvalidInput('A sample has 1 to 100 percent and a minimum from 0.', 'samples');
}

/**
 * The ids of the households drawn: in each stratum by the sample of its township, or by that of the profile. What is drawn in
 * one place does not depend on another.
 */
export function drawn(
  { sample, stratum }: LookBackTerms,
  samples: readonly TownshipSample[],
  seed: string,
  scored: readonly Scored[],
): string[] {
  const length = stratum === 'township' ? 9 : 12;
  const rules = new Map<string, SampleRule>(samples.map((each) => [each.townshipCode, each]));
  const byTownship = new Map<string, { id: string; stratum: string }[]>();
  for (const { householdId, areaCode } of scored) {
    const township = areaCode.slice(0, 9);
    const place = { id: householdId, stratum: areaCode.slice(0, length) };
    const others = byTownship.get(township);
    if (others) others.push(place);
    else byTownship.set(township, [place]);
  }
  return [...byTownship].flatMap(([township, population]) =>
    drawSample(rules.get(township) ?? sample, seed, population).flatMap(({ ids }) => ids),
  );
}

/** @throws AssessedAgain, StaleVersion, InvalidInput, OwnAssessment */
export function assertMayAssess(
  household: Pick<LookBackHouseholdRow, 'version' | 'recordedAt' | 'firstAssessors'>,
  { version, assessors, assessedOn }: SecondAssessment,
  { personId, today }: { personId: string; today: string },
): void {
  if (household.recordedAt) throw new AssessedAgain('The household was assessed a second time.', 'lookBackHouseholdId');
  if (household.version !== version) throw new StaleVersion('The record was changed after it was read.', 'version');
  if (!assessors.every(isUuid)) throw new InvalidInput('An assessor is named by the id of the person.', 'assessors');
  if (!/^\d{4}-\d\d-\d\d$/.test(assessedOn) || assessedOn > today)
    throw new InvalidInput('Say on which day it was assessed, not later than today.', 'assessedOn');
  const own = assessedBefore(household.firstAssessors, [personId, ...assessors]);
  if (own.length > 0) throw new OwnAssessment(own);
}

/** Points by item from the facts alone, as for any sheet. @throws FactsNotValid naming every fact at fault or wanted */
export function secondPoints(
  form: Form,
  members: readonly RegisteredMember[],
  observations: readonly Observation[],
): { total: number; points: PointsOfItem[] } {
  const score = scoreOf(form, members, observations);
  if (!score.ok) throw new FactsNotValid(score.problems, 'facts');
  return { total: score.total, points: score.items.map(({ item, points }) => ({ item, points })) };
}
