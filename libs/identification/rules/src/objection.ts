import { addDays, type Calendar, type DayKind } from './calendar';
import { publicityState, type PublicityClock, type PublicityFact } from './publicity-clock';

/** 本户复核, 举报他户, 漏户 (domain reference 4.3). */
export type ObjectionKind = 'own' | 'report' | 'missed';
export type ObjectionChannel = 'paper' | 'phone' | 'code';
/** Of what the objection is about: the notice of a group or village, or the county's announced list. */
export type ObjectionPeriod = 'publicity' | 'announcement';
export type ObjectionState = 'received' | 'registered' | 'assigned' | 'rechecked' | 'decided' | 'answered' | 'closed';
export type ObjectionDecision = 'unchanged' | 'score-changed' | 'veto-found' | 'new-household';

/**
 * - `suspends`: holds the publicity of its household, and of no other, from its receipt to its decision
 * - `late`: received after the period; recorded and checked, but holds nothing
 * - `overtaken`: received in time but recorded after the period had ended, which somebody has to answer for
 * - `none`: holds nothing by the rule
 */
export type ObjectionEffect = 'suspends' | 'late' | 'overtaken' | 'none';

/** What becomes of the household by the decision. `reopened` is for one whose publicity was over already. */
export type ObjectionConsequence = 'resumes' | 'stands' | 'returns-to-review' | 'reopened' | 'is-assessed';

export interface Term {
  days: number;
  dayKind: DayKind;
}

/** Days and effect are configuration, not official values (domain reference 4.3); deciders follow its source C6. */
export interface ObjectionRule {
  /** The roles that may decide in each period: the township; the county. */
  deciders: Record<ObjectionPeriod, string[]>;
  suspends: Record<ObjectionKind, boolean>;
  anonymous: {
    kinds: ObjectionKind[];
    suspends: boolean;
  };
  /** The time to leave each state. */
  terms: Record<Exclude<ObjectionState, 'closed'>, Term>;
}

export interface Recheck {
  team: string;
  persons: string[];
  /** What was seen; empty until then. */
  finding: string;
}

export interface ObjectionOutcome {
  decision: ObjectionDecision;
  reason: string;
  by: string;
  role: string;
  at: string;
  /** The household that is to be assessed, when one was missed. */
  newHouseholdId: string | null;
}

/** An objection as it is stored. Who objected is not in it: that stays with the service that can answer. */
export interface Objection {
  id: string;
  kind: ObjectionKind;
  channel: ObjectionChannel;
  anonymous: boolean;
  period: ObjectionPeriod;
  /** The household it is about; null when one was missed. */
  householdId: string | null;
  receivedAt: string;
  effect: ObjectionEffect;
  state: ObjectionState;
  /** Since when it is in this state. */
  since: string;
  recheck: Recheck | null;
  outcome: ObjectionOutcome | null;
  /** Whether the objector, called back, agreed; null when nobody was asked. */
  satisfied: boolean | null;
}

export type ObjectionReceipt = Pick<
  Objection,
  'id' | 'kind' | 'channel' | 'anonymous' | 'period' | 'householdId' | 'receivedAt'
> & { recordedAt: string };

/** An objection as it comes in; `clock` is the publicity of its household, null when there is none. */
export function objectionFrom(rule: ObjectionRule, receipt: ObjectionReceipt, clock: PublicityClock | null): Objection {
  const { recordedAt, ...content } = receipt;
  return {
    ...content,
    effect: effectOf(rule, receipt, clock),
    state: 'received',
    since: recordedAt,
    recheck: null,
    outcome: null,
    satisfied: null,
  };
}

/** When the present state must be left; undefined when the matter is closed. */
export function objectionDueAt(calendar: Calendar, rule: ObjectionRule, objection: Objection): Date | undefined {
  if (objection.state === 'closed') return undefined;
  const { days, dayKind } = rule.terms[objection.state];
  return addDays(calendar, new Date(objection.since), days, dayKind);
}

/** What the decision does to the household; undefined while there is none. */
export function consequenceOf({ outcome, effect }: Objection): ObjectionConsequence | undefined {
  switch (outcome?.decision) {
    case undefined:
      return undefined;
    case 'new-household':
      return 'is-assessed';
    case 'unchanged':
      return effect === 'suspends' ? 'resumes' : 'stands';
    case 'score-changed':
    case 'veto-found':
      return effect === 'suspends' ? 'returns-to-review' : 'reopened';
  }
}

/**
 * What the objections do to the publicity of one household that was opened at `openedAt`, for its clock. One that is still open
 * from the round before holds this one as well; one decided before has had its effect.
 */
export function publicityFacts(householdId: string, openedAt: Date, objections: readonly Objection[]): PublicityFact[] {
  return objections
    .filter((objection) => objection.householdId === householdId && objection.effect === 'suspends')
    .filter(({ outcome }) => !outcome || new Date(outcome.at) > openedAt)
    .flatMap(({ id, receivedAt, outcome }): PublicityFact[] => [
      { kind: 'suspended', at: receivedAt, objectionId: id },
      ...(outcome
        ? [{ kind: outcome.decision === 'unchanged' ? 'resumed' : 'changed', at: outcome.at, objectionId: id } as const]
        : []),
    ]);
}

function effectOf(rule: ObjectionRule, receipt: ObjectionReceipt, clock: PublicityClock | null): ObjectionEffect {
  if (!clock || !rule.suspends[receipt.kind] || (receipt.anonymous && !rule.anonymous.suspends)) return 'none';
  if (clock.leftAt !== null) return 'none';
  if (publicityState(clock, new Date(receipt.receivedAt)) === 'over') return 'late';
  return publicityState(clock, new Date(receipt.recordedAt)) === 'over' ? 'overtaken' : 'suspends';
}
