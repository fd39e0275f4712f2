import { amountOf, unknownsOf, type Measure, type Reading } from './condition';
import {
  isSameFact,
  type FactDefinition,
  type FactOption,
  type FactValue,
  type Observation,
  type WantedFact,
} from './fact';
import { readingOf } from './reading';
import { registerFacts, type RegisteredHousehold } from './register-fact';

/** A figure computed from facts, such as floor area per head; never asked. */
export interface ComputedFact extends Omit<FactDefinition, 'step' | 'unasked'> {
  /** Absent where the figure is handed in ready, as the score is. */
  measure?: Measure;
}

/** What somebody decided and put on record, such as the attribute of the household; never asked on a visit. */
export type DecidedFact = Omit<FactDefinition, 'step' | 'unasked'>;

/** A field of the card. What fills it is found by its code, which stands at exactly one fact. */
export interface CardField {
  code: string;
  /** In the 2015 subset. A working choice: the source lists the fields, not which of them were compulsory. */
  required: boolean;
}

/** The household card (建档立卡) of a campaign, as data. */
export interface HouseholdCard {
  key: string;
  /** The date on which ages count, `YYYY-MM-DD`. */
  standardDate: string;
  fields: CardField[];
  facts: FactDefinition[];
  computed: ComputedFact[];
  decided: DecidedFact[];
}

export type CardSource = 'fact' | 'register' | 'computed' | 'decision';

/** What fills a field: a fact that is asked, one the register knows, a figure computed, or a decision. */
export interface FieldSource {
  kind: CardSource;
  key: string;
}

/** A decision on record that fills a field. */
export interface CardDecision extends Observation {
  decisionId: string;
}

export interface FilledField {
  code: string;
  member?: string;
  value: FactValue;
  /** The official code or codes, where the list has them. */
  officialCodes?: string[];
  source: FieldSource & { decisionId?: string };
}

export interface MissingField {
  code: string;
  member?: string;
  source: FieldSource;
}

export interface CardFilling {
  filled: FilledField[];
  /** Required fields without a value. */
  missing: MissingField[];
  /** The facts to ask for them, each once. */
  wanted: WantedFact[];
}

interface SourceOfField extends FieldSource {
  definition: Omit<FactDefinition, 'step' | 'unasked'>;
  measure?: Measure;
}

/** Everything that could fill the field of that code. A sound card has exactly one for each. */
export function sourcesOf(card: HouseholdCard, code: string): SourceOfField[] {
  const among = (kind: CardSource, definitions: readonly (DecidedFact & { measure?: Measure })[]) =>
    definitions
      .filter((definition) => definition.card === code)
      .map((definition) => ({
        kind,
        key: definition.key,
        definition,
        ...(definition.measure && { measure: definition.measure }),
      }));
  return [
    ...among('fact', card.facts),
    ...among('register', registerFacts),
    ...among('computed', card.computed),
    ...among('decision', card.decided),
  ];
}

/**
 * The card of a household, filled from what is known already: a fact is asked once, so that the card asks only for what no
 * form asked before.
 *
 * @param score the total of the household's score sheet
 */
export function fillCard(
  card: HouseholdCard,
  facts: readonly Observation[],
  register: RegisteredHousehold,
  score: number | undefined,
  decisions: readonly CardDecision[],
): CardFilling {
  const reading = readingOf(card.facts, register, facts, card.standardDate);
  const places = card.fields.flatMap((field) => placesOf(card, field, reading));
  const filled = places.flatMap((place) => fill(place, score, decisions));
  const isFilled = ({ field, member }: Place) =>
    filled.some((each) => each.code === field.code && each.member === member?.member);
  const open = places.filter((place) => place.field.required && !isFilled(place));
  const wanted = open.flatMap(wantedFor);
  return {
    filled,
    missing: open.map(({ field, member, source }) => ({
      code: field.code,
      ...(member && { member: member.member }),
      source: { kind: source.kind, key: source.key },
    })),
    wanted: wanted.filter((fact, at) => wanted.findIndex((other) => isSameFact(other, fact)) === at),
  };
}

/** A field of the household, or a field of one member. */
interface Place {
  field: CardField;
  source: SourceOfField;
  household: Reading;
  member?: Reading;
}

function placesOf(card: HouseholdCard, field: CardField, household: Reading): Place[] {
  const [source] = sourcesOf(card, field.code);
  if (!source) throw new RangeError(`nothing fills field ${field.code}: the card was not checked`);
  const place = { field, source, household };
  return source.definition.about === 'household' ? [place] : household.members.map((member) => ({ ...place, member }));
}

function fill(place: Place, score: number | undefined, decisions: readonly CardDecision[]): FilledField[] {
  const { field, source, member } = place;
  const { kind, key } = source;
  const decision = decisions.find((each) => kind === 'decision' && each.fact === key && each.member === member?.member);
  const value = decision?.value ?? knownValue(place, score);
  if (value === undefined) return [];
  const officialCodes = codesOf(source.definition.options, value);
  return [
    {
      code: field.code,
      ...(member && { member: member.member }),
      value,
      ...(officialCodes.length > 0 && { officialCodes }),
      source: { kind, key, ...(decision && { decisionId: decision.decisionId }) },
    },
  ];
}

function knownValue({ source, household, member }: Place, score: number | undefined): FactValue | undefined {
  switch (source.kind) {
    case 'fact':
    case 'register':
      return (member ?? household).valueOf(source.key);
    case 'computed':
      return source.measure ? figureOf(source.measure, household) : score;
    case 'decision':
      return undefined;
  }
}

/** A computed figure to a hundredth. */
function figureOf(measure: Measure, household: Reading): number | undefined {
  const amount = amountOf(measure, household);
  if (amount === undefined) return undefined;
  return Math.round(amount / 10 / (measure.per ? household.members.length : 1)) / 100;
}

function codesOf(options: readonly FactOption[] = [], value: FactValue): string[] {
  return [value].flat().flatMap((key) => options.find((option) => option.key === key)?.code ?? []);
}

/** What to ask for an open field; nothing where a decision is wanted or the register must be completed. */
function wantedFor({ source, household, member }: Place): WantedFact[] {
  if (source.kind === 'fact') return [{ fact: source.key, ...(member && { member: member.member }) }];
  return source.measure ? unknownsOf(source.measure, household) : [];
}
