import { isDate } from './date';
import type { Wording } from './profile';

/** What can be observed: an amount, one option, the options that apply, words, or a date written `YYYY-MM-DD`. */
export type FactValue = number | string | string[];

export type FactKind = 'number' | 'choice' | 'flags' | 'text' | 'date';

/** Why a fact may not be shown to neighbours; `none` may. */
export type Sensitivity = 'none' | 'health' | 'schooling' | 'identity' | 'contact';

/** 一进, 二看, 三算, 四比: when the team learns it (domain reference, section 5). */
export type VisitStep = 'enter' | 'look' | 'compute' | 'compare';

export interface FactOption {
  key: string;
  name: Wording;
  /** The code of the official list; several of our options may share one (domain reference, section 9.4). */
  code?: string;
}

/**
 * One thing that is true of a household or of a member. People type in facts and nothing else, each once: levels, points,
 * suggested vetoes and the household card are computed from them.
 */
export interface FactDefinition {
  key: string;
  name: Wording;
  about: 'household' | 'member';
  kind: FactKind;
  /** Of a number. */
  unit?: Wording;
  /** A number that is counted and has no fractions. */
  whole?: boolean;
  /** Of a choice or flags. */
  options?: FactOption[];
  /** The least number. */
  minimum?: number;
  /** The greatest number; the most flags; the most characters of a text. */
  maximum?: number;
  /** Members of these ages are not asked, for the answer is known: a child of two is not at school. */
  unasked?: { belowAge?: number; fromAge?: number; value: FactValue };
  sensitive: Sensitivity;
  /** Another name of the same thing in other papers. Two definitions may not mean the same: one of them is asked in vain. */
  means?: string;
  /** The field of the household card it fills, such as `A18`. */
  card?: string;
  step?: VisitStep;
}

/** A fact as it was found: of the household, or of the member named. */
export interface Observation {
  fact: string;
  member?: string;
  value: FactValue;
}

/** A fact that is wanted, of the household or of the member named. */
export type WantedFact = Omit<Observation, 'value'>;

export type FactProblemCode =
  | 'HOUSEHOLD_EMPTY'
  | 'FACT_UNKNOWN'
  | 'FACT_TWICE'
  | 'FACT_MISSING'
  | 'MEMBER_UNKNOWN'
  | 'MEMBER_WANTED'
  | 'MEMBER_NOT_WANTED'
  | 'NOT_A_NUMBER'
  | 'NOT_WHOLE'
  | 'TOO_FINE'
  | 'TOO_SMALL'
  | 'TOO_LARGE'
  | 'NOT_AN_OPTION'
  | 'OPTION_UNKNOWN'
  | 'OPTION_TWICE'
  | 'TOO_MANY_OPTIONS'
  | 'NOT_A_TEXT'
  | 'TEXT_EMPTY'
  | 'TEXT_TOO_LONG'
  | 'NOT_A_DATE';

/** What is wrong with an observation. The value is personal and stays out of the message. */
export interface FactProblem extends WantedFact {
  code: FactProblemCode;
  problem: string;
}

/** Numbers are kept to a thousandth, so that they are compared exactly. */
const finest = 1000;
const longestText = 500;

/** The number in thousandths. */
export function thousandths(value: number): number {
  return Math.round(value * finest);
}

/** Whether both are of the same fact and the same subject. */
export function isSameFact(one: WantedFact, other: WantedFact): boolean {
  return one.fact === other.fact && one.member === other.member;
}

/** Everything that is wrong with the observations, in their order; an empty list means they may be kept. */
export function checkObservations(
  definitions: readonly FactDefinition[],
  observations: readonly Observation[],
  members: readonly { id: string }[],
): FactProblem[] {
  const known = new Map(definitions.map((definition) => [definition.key, definition]));
  const ids = new Set(members.map(({ id }) => id));
  const seen = new Set<string>();
  return observations.flatMap(({ fact, member, value }) => {
    const about = member === undefined ? { fact } : { fact, member };
    const definition = known.get(fact);
    const place = member === undefined ? fact : `${fact} of ${member}`;
    const found = definition
      ? [...checkSubject(definition, member, ids), ...checkValue(definition, value)]
      : [say('FACT_UNKNOWN', 'is not a fact that is asked')];
    if (seen.has(place)) found.push(say('FACT_TWICE', 'is given more than once'));
    seen.add(place);
    return found.map((problem) => ({ ...about, ...problem }));
  });
}

type Finding = Pick<FactProblem, 'code' | 'problem'>;

function say(code: FactProblemCode, problem: string): Finding {
  return { code, problem };
}

function checkSubject({ about }: FactDefinition, member: string | undefined, ids: ReadonlySet<string>): Finding[] {
  if (about === 'household')
    return member === undefined ? [] : [say('MEMBER_NOT_WANTED', 'is a fact of the household, not of a member')];
  if (member === undefined) return [say('MEMBER_WANTED', 'is a fact of a member: say of which')];
  return ids.has(member) ? [] : [say('MEMBER_UNKNOWN', 'is given for somebody who is not of the household')];
}

function checkValue(definition: FactDefinition, value: FactValue): Finding[] {
  switch (definition.kind) {
    case 'number':
      return checkNumber(definition, value);
    case 'choice':
      return checkChoice(definition, value);
    case 'flags':
      return checkFlags(definition, value);
    case 'text':
      return checkText(definition, value);
    case 'date':
      return typeof value === 'string' && isDate(value) ? [] : [say('NOT_A_DATE', 'must be a date, YYYY-MM-DD')];
  }
}

function checkNumber({ whole, minimum, maximum }: FactDefinition, value: FactValue): Finding[] {
  if (typeof value !== 'number' || !Number.isFinite(value)) return [say('NOT_A_NUMBER', 'must be a number')];
  if (whole && !Number.isInteger(value)) return [say('NOT_WHOLE', 'must be a whole number')];
  if (minimum !== undefined && value < minimum) return [say('TOO_SMALL', `must be at least ${minimum}`)];
  if (maximum !== undefined && value > maximum) return [say('TOO_LARGE', `must be at most ${maximum}`)];
  return thousandths(value) / finest === value ? [] : [say('TOO_FINE', 'may have three decimals at most')];
}

function checkChoice({ options = [] }: FactDefinition, value: FactValue): Finding[] {
  if (typeof value !== 'string') return [say('NOT_AN_OPTION', 'takes exactly one option')];
  return options.some(({ key }) => key === value) ? [] : [say('OPTION_UNKNOWN', 'has no such option')];
}

function checkFlags({ options = [], maximum = Infinity }: FactDefinition, value: FactValue): Finding[] {
  if (!Array.isArray(value)) return [say('NOT_AN_OPTION', 'takes a list of options, empty when none applies')];
  const known = new Set<unknown>(options.map(({ key }) => key));
  if (!value.every((flag) => known.has(flag))) return [say('OPTION_UNKNOWN', 'has no such option')];
  if (new Set(value).size < value.length) return [say('OPTION_TWICE', 'names an option twice')];
  return value.length <= maximum ? [] : [say('TOO_MANY_OPTIONS', `takes ${maximum} options at most`)];
}

function checkText({ maximum = longestText }: FactDefinition, value: FactValue): Finding[] {
  if (typeof value !== 'string') return [say('NOT_A_TEXT', 'must be a text')];
  if (value.trim() === '') return [say('TEXT_EMPTY', 'must not be empty')];
  return value.length <= maximum ? [] : [say('TEXT_TOO_LONG', `may have ${maximum} characters at most`)];
}

/** Two facts that are one: asking both would ask the same thing twice. */
export interface DoubledFact {
  one: string;
  other: string;
  why: 'same key' | 'same card field' | 'same meaning' | 'same name';
}

/** Every pair of definitions that stand for the same thing, whether asked, computed or decided: the base of enter-once. */
export function doubledFacts(
  definitions: readonly Pick<FactDefinition, 'key' | 'card' | 'means' | 'about' | 'name'>[],
): DoubledFact[] {
  return definitions.flatMap((one, place) =>
    definitions.slice(place + 1).flatMap((other) => {
      const why = sameness(one, other);
      return why ? [{ one: one.key, other: other.key, why }] : [];
    }),
  );
}

type Named = Pick<FactDefinition, 'key' | 'card' | 'means' | 'about' | 'name'>;

function sameness(one: Named, other: Named): DoubledFact['why'] | undefined {
  if (one.key === other.key) return 'same key';
  if (one.card !== undefined && one.card === other.card) return 'same card field';
  if ((one.means ?? one.key) === (other.means ?? other.key)) return 'same meaning';
  const sameName = one.name.zh === other.name.zh || one.name.en.toLowerCase() === other.name.en.toLowerCase();
  return one.about === other.about && sameName ? 'same name' : undefined;
}
