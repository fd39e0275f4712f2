import {
  checkObservations,
  isSameFact,
  type FactDefinition,
  type FactProblemCode,
  type FactValue,
  type Observation,
  type WantedFact,
} from './fact';
import type { Form } from './form';
import type { Wording } from './profile';
import { ageOn, type RegisteredMember } from './register-fact';
import { valueByAge } from './reading';
import { missingFacts } from './score';

/**
 * What becomes of one fact when a form changes. `map` gives each old option a new one, or null where it has to be asked
 * again. `new` says whether the fact must be asked of the households already assessed; where it need not, `value` may
 * stand in for it.
 */
export type FactRule =
  | { rule: 'keep'; fact: string }
  | { rule: 'rename'; fact: string; to: string }
  | { rule: 'map'; fact: string; to?: string; options: Record<string, string | null> }
  | { rule: 'new'; fact: string; ask: boolean; value?: FactValue }
  | { rule: 'drop'; fact: string; reason: Wording };

/** How sheets of one form version become sheets of the next: one rule for every fact of either. */
export interface SheetMigration {
  from: string;
  to: string;
  rules: FactRule[];
}

/** A sheet as it is kept: the facts, and the version of the form that asked for them. */
export interface Sheet {
  formVersion: string;
  observations: Observation[];
}

/** What happened to one old observation: it never disappears. Without `after` it is kept on the old sheet alone. */
export interface MigratedObservation {
  before: Observation;
  after?: Observation;
  rule: FactRule['rule'];
  /** Why it was not carried over: the rule dropped it, no new option stands for it, or the new form would refuse it. */
  lost?: 'DROPPED' | 'NO_OPTION' | FactProblemCode;
  /** What the rule says about a fact it dropped. */
  reason?: Wording;
}

export interface MigratedSheet extends Sheet {
  trail: MigratedObservation[];
  /** Exactly the facts that are still to be asked; often none. */
  wanted: WantedFact[];
}

/** Every fact of a form that stays as it is. */
export function keepFacts(form: Form): FactRule[] {
  return form.facts.map(({ key }) => ({ rule: 'keep', fact: key }));
}

/**
 * A sheet on the next form version. Old observations are carried over by the rules; what the next form would refuse is not.
 *
 * @throws RangeError when the sheet, the migration and the form do not belong together
 */
export function migrateSheet(
  migration: SheetMigration,
  next: Form,
  sheet: Sheet,
  members: readonly RegisteredMember[],
): MigratedSheet {
  if (sheet.formVersion !== migration.from || next.version !== migration.to)
    throw new RangeError(`the migration leads from ${migration.from} to ${migration.to}`);
  const trail = sheet.observations.map((before) => carry(migration, next, before, members));
  const carried = trail.flatMap(({ after }) => (after ? [after] : []));
  const subjects = (definition: FactDefinition) => subjectsOf(definition, members, next.standardDate);
  const observations = [...carried, ...standIns(migration, next, subjects)];

  const asked = [...toAskAnew(migration, next, subjects), ...trail.flatMap((each) => askedAgain(migration, each))];
  const wanted = [...missingFacts(next, members, observations), ...asked];
  return { formVersion: next.version, observations, trail, wanted: once(wanted) };
}

function carry(
  { rules }: SheetMigration,
  next: Form,
  before: Observation,
  members: readonly RegisteredMember[],
): MigratedObservation {
  const rule = ruleFor(rules, before.fact);
  if (!rule) throw new RangeError(`the migration has no rule for ${before.fact}`);
  if (rule.rule === 'drop') return { before, rule: 'drop', lost: 'DROPPED', reason: rule.reason };
  const value = rule.rule === 'map' ? mapped(rule.options, before.value) : before.value;
  if (value === undefined) return { before, rule: rule.rule, lost: 'NO_OPTION' };
  const after = { ...before, fact: nextNameOf(rule), value };
  const [problem] = checkObservations(next.facts, [after], members);
  return problem ? { before, rule: rule.rule, lost: problem.code } : { before, after, rule: rule.rule };
}

type CarryingRule = Exclude<FactRule, { rule: 'new' }>;

function ruleFor(rules: readonly FactRule[], fact: string): CarryingRule | undefined {
  return rules.find((rule): rule is CarryingRule => rule.fact === fact && rule.rule !== 'new');
}

/** The name that a fact has on the next form. */
export function nextNameOf(rule: Exclude<FactRule, { rule: 'drop' }>): string {
  return (rule.rule === 'rename' || rule.rule === 'map' ? rule.to : undefined) ?? rule.fact;
}

/** Undefined when an option of it has no counterpart: half an answer would be a wrong one. */
function mapped(options: Record<string, string | null>, value: FactValue): FactValue | undefined {
  const next = [value].flat().map((option) => options[String(option)] ?? undefined);
  if (next.includes(undefined)) return undefined;
  const known = [...new Set(next as string[])];
  return Array.isArray(value) ? known : known[0];
}

type SubjectsOf = (definition: FactDefinition) => { member?: string }[];

/** Those of whom a fact is asked. */
function subjectsOf(definition: FactDefinition, members: readonly RegisteredMember[], on: string) {
  if (definition.about === 'household') return [{}];
  return members
    .filter(({ birthDate }) => valueByAge([definition], definition.key, ageOn(birthDate, on)) === undefined)
    .map(({ id }) => ({ member: id }));
}

function standIns({ rules }: SheetMigration, next: Form, subjects: SubjectsOf): Observation[] {
  return rules.flatMap((rule) => {
    if (rule.rule !== 'new' || rule.value === undefined) return [];
    const { value } = rule;
    return factsFor(rule.fact, next, subjects).map((fact) => ({ ...fact, value }));
  });
}

function toAskAnew({ rules }: SheetMigration, next: Form, subjects: SubjectsOf): WantedFact[] {
  return rules.flatMap((rule) => (rule.rule === 'new' && rule.ask ? factsFor(rule.fact, next, subjects) : []));
}

function factsFor(fact: string, next: Form, subjects: SubjectsOf): WantedFact[] {
  const definition = next.facts.find(({ key }) => key === fact);
  return definition ? subjects(definition).map((subject) => ({ fact, ...subject })) : [];
}

/** What had been answered and could not be carried over, unless the next form no longer asks it. */
function askedAgain({ rules }: SheetMigration, { before, after, lost }: MigratedObservation): WantedFact[] {
  const rule = ruleFor(rules, before.fact);
  if (after || lost === 'MEMBER_UNKNOWN' || !rule || rule.rule === 'drop') return [];
  return [{ fact: nextNameOf(rule), ...(before.member !== undefined && { member: before.member }) }];
}

function once(wanted: readonly WantedFact[]): WantedFact[] {
  return wanted.filter((fact, place) => wanted.findIndex((other) => isSameFact(other, fact)) === place);
}
