import {
  objectionDueAt,
  stageToRepeat,
  type Calendar,
  type Objection,
  type ObjectionRule,
  type ObjectionState,
  type Profile,
} from '@jingzhun/identification-rules';
import { InvalidInput } from '@jingzhun/kernel';
import { done } from '../case/case.rules';

/** How often the code of one notice is taken in an hour: more than a village says, less than would stop an office. */
export const usesPerHour = 20;

/** @throws InvalidInput where the campaign's profile takes no objections. */
export function ruleOf({ objections }: Profile): ObjectionRule {
  if (!objections) throw new InvalidInput('The profile of this case takes no objections.', 'householdId');
  return objections;
}

/** An objection goes through each of its states once. */
export const onlyRound = 1;

/** The name of a state among the stages that have deadlines. */
export function stageOfState(state: ObjectionState): string {
  return `objection-${state}`;
}

/** Who owes the next step: the township sees to everything but the decision where that is the county's. */
export function ownerOf(rule: ObjectionRule, { state, period }: Pick<Objection, 'state' | 'period'>): string {
  return (state === 'rechecked' ? rule.deciders[period][0] : undefined) ?? 'townshipOfficer';
}

/** When the present state must be left, with a reminder halfway; undefined when the matter is closed. */
export function objectionDeadline(
  calendar: Calendar,
  rule: ObjectionRule,
  objection: Objection,
): { remindAt: Date; dueAt: Date } | undefined {
  const dueAt = objectionDueAt(calendar, rule, objection);
  if (!dueAt) return undefined;
  const since = Date.parse(objection.since);
  return { remindAt: new Date(since + Math.floor((dueAt.getTime() - since) / 2)), dueAt };
}

/** The role a person decides in: one that may decide in the period, if he holds any. */
export function roleDeciding(rule: ObjectionRule, { period }: Objection, roles: readonly string[]): string {
  return roles.find((role) => rule.deciders[period].includes(role)) ?? roles[0] ?? '';
}

/** Whether a household can be sent back to be assessed again: not while it is being assessed, nor when its case is over. */
export function canBeAssessedAgain(profile: Profile, stage: string | null): stage is string {
  if (stage === null || stage === done) return false;
  const place = profile.stages.findIndex(({ key }) => key === stage);
  const repeated = place < 0 ? undefined : stageToRepeat(profile, stage);
  return (
    repeated !== undefined && profile.stages.indexOf(repeated) < place && profile.stages[place]!.kind !== 'scoring'
  );
}

/**
 * The number of a household that was missed, as the register is to have it: the area's group code and four digits.
 * @throws InvalidInput
 */
export function assertNewNumber(number: string, areaCode: string): void {
  if (!/^\d{19}$/.test(number) || !number.startsWith(areaCode))
    throw new InvalidInput(
      `A household of ${areaCode} has a number of 19 digits that begins with it.`,
      'newHouseholdNumber',
    );
}

/** @throws InvalidInput */
export function assertStatement(statement: string): void {
  if (!statement.trim()) throw new InvalidInput('Say what is objected to.', 'statement');
  if (statement.length > 2_000) throw new InvalidInput('Say it in at most 2,000 characters.', 'statement');
}

/** @throws InvalidInput for what cannot be a name or a telephone */
export function assertObjector({ name, phone }: { name: string; phone: string | null }): void {
  if (name === '' || name.length > 100)
    throw new InvalidInput('Write down who objects.', 'objector', 'Leave the objector out for an anonymous objection.');
  if (phone !== null && !/^[\d +()-]{5,30}$/.test(phone)) throw new InvalidInput('That is no telephone.', 'objector');
}
