import {
  checkObservations,
  isSameFact,
  migrateSheet,
  withObservations,
  type FactDefinition,
  type FactValue,
  type Observation,
  type RegisteredMember,
  type Terms,
} from '@jingzhun/identification-rules';
import { InvalidInput } from '@jingzhun/kernel';
import { FactsNotValid } from './observation.errors';

/** A fact as people hand it in. */
export interface GivenFact {
  fact: string;
  memberId?: string | null;
  value: FactValue;
}

/** A fact as it was recorded, with the version of the form it was asked by. */
export interface RecordedFact extends Observation {
  formVersion: string | null;
}

/** A fact that is found otherwise than it was known. Without `before` it was not known. */
export interface FactChange {
  fact: string;
  member?: string;
  before?: FactValue;
  after: FactValue;
}

export function observationsOf(given: readonly GivenFact[]): Observation[] {
  return given.map(({ fact, memberId, value }) => ({ fact, ...(memberId && { member: memberId }), value }));
}

/** What may be asked of a household of the profile: for its form and for its card, each fact once. */
export function askedFacts({ form, card }: Pick<Terms, 'form' | 'card'>): FactDefinition[] {
  const facts = form?.facts ?? [];
  const known = new Set(facts.map(({ key }) => key));
  return [...facts, ...(card?.facts ?? []).filter(({ key }) => !known.has(key))];
}

/** @throws FactsNotValid naming every fact that may not be kept. */
export function assertFacts(
  terms: Pick<Terms, 'form' | 'card'>,
  observations: readonly Observation[],
  members: readonly { id: string }[],
): void {
  const problems = checkObservations(askedFacts(terms), observations, members);
  if (problems.length > 0) throw new FactsNotValid(problems);
}

/** Those that may be kept: what a late visit found may speak of people who have left, or of facts that are asked no more. */
export function keepable(
  terms: Pick<Terms, 'form' | 'card'>,
  observations: readonly Observation[],
  members: readonly { id: string }[],
): Observation[] {
  const problems = checkObservations(askedFacts(terms), observations, members);
  return observations.filter((observation) => !problems.some((problem) => isSameFact(problem, observation)));
}

/**
 * What was found on a form of that version, in the words of the profile's own: devices go on with the form they have loaded.
 *
 * @throws InvalidInput when no rule leads from that version to the profile's
 */
export function inPresentForm(
  { form, sheetMigrations = [] }: Pick<Terms, 'form' | 'sheetMigrations'>,
  formVersion: string | null | undefined,
  { members, known }: { members: readonly RegisteredMember[]; known: readonly Observation[] },
  given: readonly Observation[],
): Observation[] {
  if (!formVersion || formVersion === form?.version) return [...given];
  const migration = sheetMigrations.find(({ from, to }) => from === formVersion && to === form?.version);
  if (!form || !migration)
    throw new InvalidInput(
      `The household is assessed by ${form ? `form ${form.version}` : 'no form'}.`,
      'formVersion',
      'Load the present form.',
    );
  const spokenOf = given.filter(({ fact }) => migration.rules.some((rule) => rule.fact === fact));
  const { observations, trail } = migrateSheet(migration, form, { formVersion, observations: spokenOf }, members);
  const carried = trail.flatMap(({ after }) => (after ? [after] : []));
  const standIns = observations.filter((each) => ![...carried, ...known].some((other) => isSameFact(other, each)));
  return [...carried, ...standIns, ...given.filter((observation) => !spokenOf.includes(observation))];
}

/** Those of `later` that are not what is known. */
export function changesIn(known: readonly Observation[], later: readonly Observation[]): FactChange[] {
  return later.flatMap((observation) => {
    const before = known.find((each) => isSameFact(each, observation))?.value;
    if (before !== undefined && isSameValue(before, observation.value)) return [];
    const { value: after, ...place } = observation;
    return [{ ...place, ...(before !== undefined && { before }), after }];
  });
}

/** Flags say the same in any order. */
function isSameValue(one: FactValue, other: FactValue): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((flag) => other.includes(flag));
}

/**
 * What is known of a household, in the words of its present form: facts that were asked by an earlier version are carried over
 * by the profile's migration, and those of people who have left the household do not count.
 */
export function knownFacts(
  terms: Pick<Terms, 'form' | 'sheetMigrations'>,
  recorded: readonly RecordedFact[],
  members: readonly RegisteredMember[],
): Observation[] {
  const present = recorded.filter(({ member }) => member === undefined || members.some(({ id }) => id === member));
  const migrations = (terms.sheetMigrations ?? []).filter(({ to }) => to === terms.form?.version);
  const older = migrations.flatMap((migration) => {
    const observations = present.filter(({ formVersion }) => formVersion === migration.from).map(withoutVersion);
    const spokenOf = observations.filter(({ fact }) => migration.rules.some((rule) => rule.fact === fact));
    if (observations.length === 0) return [];
    const sheet = { formVersion: migration.from, observations: spokenOf };
    const unspoken = observations.filter((observation) => !spokenOf.includes(observation));
    return [...migrateSheet(migration, terms.form!, sheet, members).observations, ...unspoken];
  });
  const migrated = new Set(migrations.map(({ from }) => from));
  const asTheyAre = present.filter(({ formVersion }) => formVersion === null || !migrated.has(formVersion));
  return withObservations(older, asTheyAre.map(withoutVersion));
}

function withoutVersion({ fact, member, value }: RecordedFact): Observation {
  return { fact, ...(member !== undefined && { member }), value };
}
