import {
  checkObservations,
  isSameFact,
  sourcesOf,
  type CardDecision,
  type CardFilling,
  type FactDefinition,
  type FilledField,
  type HouseholdCard,
  type Observation,
  type RegisteredMember,
  type Terms,
} from '@jingzhun/identification-rules';
import { InvalidInput } from '@jingzhun/kernel';
import { FactsNotValid } from '../observation/observation.errors';
import { changesIn } from '../observation/observation.rules';

/** The line by which a household is poor. */
export interface DecidedLine {
  version: number;
}

/** What a card still could be told: a fact to be asked, or a decision to be put on record. */
export interface CardQuestion {
  kind: 'fact' | 'decision';
  definition: FactDefinition | HouseholdCard['decided'][number];
  member?: string;
  /** Whether the card is incomplete without it. */
  required: boolean;
}

/** Decided fields nobody types in: they are on record, with the line, the vetoes or the version of the card. */
const onRecord: ReadonlySet<string> = new Set(['year', 'vetoed', 'veto-reason', 'filled-by', 'filled-on']);

/** Decisions nobody types in, because they follow from others: the year, and that no veto stands. */
export function followingDecisions(card: HouseholdCard, line: DecidedLine): CardDecision[] {
  const decisionId = `score-line ${line.version}`;
  const all = [
    { fact: 'year', value: card.standardDate.slice(0, 4), decisionId },
    { fact: 'vetoed', value: 'no', decisionId },
  ];
  return all.filter(({ fact }) => card.decided.some(({ key }) => key === fact));
}

/**
 * What somebody adds to a card: only what is not known yet is asked. What a form has asked is corrected on its sheet; what the
 * card alone asks may be found otherwise, with a reason.
 *
 * @throws FactsNotValid naming every fact that may not be kept or is known already, InvalidInput
 */
export function assertAddable(
  { form, card }: { form: Terms['form']; card: HouseholdCard },
  known: { facts: readonly Observation[]; decisions: readonly Observation[] },
  given: { facts: readonly Observation[]; decisions: readonly Observation[]; reason?: string | null },
  members: readonly RegisteredMember[],
): void {
  const problems = checkObservations(card.facts, given.facts, members);
  if (problems.length > 0) throw new FactsNotValid(problems, 'facts');
  const ofDecisions = checkObservations(card.decided, given.decisions, members);
  if (ofDecisions.length > 0) throw new FactsNotValid(ofDecisions, 'decisions');

  const ofForm = new Set(form?.facts.map(({ key }) => key));
  refuseKnown(
    'facts',
    given.facts.filter((each) => ofForm.has(each.fact) && isKnown(known.facts, each)),
  );
  refuseKnown(
    'decisions',
    given.decisions.filter(({ fact }) => onRecord.has(fact)),
  );

  const changes = [...changesIn(known.facts, given.facts), ...changesIn(known.decisions, given.decisions)];
  if (changes.some(({ before }) => before !== undefined) && !given.reason?.trim())
    throw new InvalidInput('Something that was known is another one now.', 'reason', 'Say why it is.');
}

/** @throws InvalidInput when the newest version says the same */
export function assertNew(newest: readonly FilledField[] | undefined, filled: readonly FilledField[]): void {
  if (newest && contentOf(newest) === contentOf(filled))
    throw new InvalidInput('The newest version of the card says the same.', 'version', 'Add what is not on it.');
}

/** Everything a card could still be told, what is required first. */
export function questionsOf(
  card: HouseholdCard,
  { filled, missing, wanted }: CardFilling,
  members: readonly { id: string }[],
): CardQuestion[] {
  const required = [
    ...wanted.flatMap(({ fact, member }) => question('fact', card.facts, fact, member, true)),
    ...missing.flatMap(({ source, member }) =>
      source.kind === 'decision' ? question('decision', card.decided, source.key, member, true) : [],
    ),
  ];
  const optional = card.fields.flatMap((field) => {
    const [source] = sourcesOf(card, field.code);
    if (field.required || !source || (source.kind !== 'fact' && source.kind !== 'decision')) return [];
    const { kind, key, definition } = source;
    if (onRecord.has(key)) return [];
    const subjects = definition.about === 'household' ? [undefined] : members.map(({ id }) => id);
    return subjects
      .filter((member) => !filled.some((each) => each.code === field.code && each.member === member))
      .flatMap((member) => question(kind, kind === 'fact' ? card.facts : card.decided, key, member, false));
  });
  return [...required, ...optional];
}

/** A value in the words of its definition. */
export function wordsOf(
  { options = [], unit }: Pick<FactDefinition, 'options' | 'unit'>,
  value: FilledField['value'],
): string {
  const words = [value].flat().map((each) => options.find(({ key }) => key === each)?.name.zh ?? String(each));
  return words.length === 0 ? '无' : `${words.join('、')}${unit?.zh ?? ''}`;
}

function question(
  kind: CardQuestion['kind'],
  definitions: readonly CardQuestion['definition'][],
  key: string,
  member: string | undefined,
  required: boolean,
): CardQuestion[] {
  const definition = definitions.find((each) => each.key === key);
  return definition ? [{ kind, definition, ...(member !== undefined && { member }), required }] : [];
}

function refuseKnown(field: string, known: readonly Observation[]): void {
  if (known.length === 0) return;
  const problem = { code: 'FACT_KNOWN', problem: 'is known already' };
  throw new FactsNotValid(
    known.map(({ fact, member }) => ({ fact, ...(member !== undefined && { member }), ...problem })),
    field,
  );
}

function isKnown(known: readonly Observation[], fact: Observation): boolean {
  return known.some((other) => isSameFact(other, fact));
}

/** The values in an order of their own, whatever order they were stored in; where they come from does not count. */
function contentOf(filled: readonly FilledField[]): string {
  const lines = filled.map(({ code, member, value }) => JSON.stringify([code, member ?? null, value]));
  return lines.sort().join('\n');
}
