import { factsIn, truthOf, type Condition } from './condition';
import type { FactDefinition, Observation } from './fact';
import type { Wording } from './profile';
import { readingOf } from './reading';
import type { RegisteredMember } from './register-fact';

/** How sure a statement is (domain reference): seen in a source, general knowledge, or a guess of ours. */
export type Mark = 'S' | 'G' | '?';

/** The records that other departments hand in to be matched. */
export type MatchSource = 'vehicles' | 'property' | 'companies' | 'payroll' | 'registration';

export type EvidenceKind =
  | 'photo'
  | 'measurement'
  | 'price-record'
  | 'property-record'
  | 'business-record'
  | 'vehicle-record'
  | 'payroll-record'
  | 'village-statement'
  | 'team-record'
  | 'police-record'
  | 'minutes'
  | 'registration-history';

/** One rule of 一票否决. It never vetoes by itself: where its condition holds it is suggested to the team. */
export interface VetoRule {
  key: string;
  condition: Wording;
  exception?: Wording;
  evidence: EvidenceKind[];
  source?: MatchSource;
  /** How sure the class of the rule is, and how sure its numbers are. */
  marks: { topic: Mark; thresholds: Mark };
  /** Over facts of the form; absent where only people can tell. */
  suggests?: Condition;
}

export interface VetoSuggestion {
  rule: string;
  /** What was observed that suggests it. */
  facts: Observation[];
}

/** What the suggestions are read from: the facts that may be asked and the date on which ages count. */
export interface AskedFacts {
  facts: readonly FactDefinition[];
  standardDate: string;
}

/** The vetoes that a household's facts suggest. What is not known suggests nothing. */
export function suggestedVetoes(
  rules: readonly VetoRule[],
  { facts, standardDate }: AskedFacts,
  members: readonly RegisteredMember[],
  observations: readonly Observation[],
): VetoSuggestion[] {
  const reading = readingOf(facts, { members }, observations, standardDate);
  return rules.flatMap(({ key, suggests }) => {
    if (!suggests || truthOf(suggests, reading) !== true) return [];
    const used = new Set(factsIn(suggests).map(({ fact }) => fact));
    return [{ rule: key, facts: observations.filter(({ fact }) => used.has(fact)) }];
  });
}

export type VetoState = 'proposed' | 'noted-by-group' | 'noted-by-village' | 'standing' | 'lifted';

/** Why a veto is proposed or lifted, with references to the files that show it. */
interface Grounds {
  reason: string;
  evidence: string[];
}

/** A step in the life of a veto, as it was recorded. Persons are ids. */
export type VetoStep =
  | { step: 'note-by-group'; sittingId: string; at: string }
  | { step: 'note-by-village'; sittingId: string; at: string }
  | { step: 'stand'; by: string; at: string }
  | ({ step: 'verify-lift'; by: string; at: string } & Grounds)
  | ({ step: 'lift'; by: string; at: string } & Grounds)
  | { step: 'refuse-lift'; by: string; at: string; reason: string };

/** A veto against a household with everything that was done about it. It is never removed. */
export interface Veto extends Grounds {
  id: string;
  /** Key of the rule; with `reason` the words published beside the household. */
  rule: string;
  proposedBy: string;
  proposedAt: string;
  /** The lead that was confirmed, when it came from a match file. */
  leadId?: string;
  /** `YYYY-MM-DD`, where the veto is about a thing acquired. */
  assetAcquiredOn?: string;
  steps: VetoStep[];
}

export type VetoRefusal =
  | 'VETO_RULE_UNKNOWN'
  | 'VETO_REASON_MISSING'
  | 'VETO_REASON_UNKNOWN'
  | 'VETO_EVIDENCE_MISSING'
  | 'VETO_NOT_AT_STEP'
  | 'VETO_LIFT_NOT_VERIFIED'
  | 'VETO_LIFT_BEING_DECIDED'
  | 'VETO_SAME_PERSON'
  | 'VETO_LIFTED';

export type VetoOutcome = { ok: true; veto: Veto } | { ok: false; code: VetoRefusal; problem: string };

/** Why a veto may be lifted. A working list: who lifted what, and on which grounds, was not found in a source. */
export const liftReasons: { key: string; name: Wording }[] = [
  { key: 'other-person', name: { zh: '同名同姓，不是本人', en: 'the record is of another person' } },
  { key: 'not-owned', name: { zh: '资产不属本户', en: 'the thing does not belong to the household' } },
  { key: 'gone', name: { zh: '资产已处置或报废', en: 'the thing was sold or scrapped' } },
  { key: 'below-threshold', name: { zh: '未达否决标准', en: 'it does not reach what the rule says' } },
  { key: 'exception', name: { zh: '属于例外情形', en: 'an exception of the rule applies' } },
  { key: 'evidence-wrong', name: { zh: '证据不实', en: 'the evidence was wrong' } },
];

const before: Partial<Record<VetoStep['step'], VetoState>> = {
  'note-by-group': 'proposed',
  'note-by-village': 'noted-by-group',
  stand: 'noted-by-village',
};

/** A veto is proposed on the grounds of a rule, with evidence. */
export function proposeVeto(rules: readonly VetoRule[], proposal: Omit<Veto, 'steps'>): VetoOutcome {
  if (!rules.some(({ key }) => key === proposal.rule)) return refuse('VETO_RULE_UNKNOWN', 'there is no such veto rule');
  if (proposal.reason.trim() === '') return refuse('VETO_REASON_MISSING', 'say why');
  if (proposal.evidence.length === 0) return refuse('VETO_EVIDENCE_MISSING', 'name the evidence');
  return { ok: true, veto: { ...proposal, steps: [] } };
}

/**
 * The veto after a step: noted by the group's meeting, then by the village's, then standing. Lifting takes a verification by
 * the township and then the county's auditor, who is another person; a refused one takes a new verification.
 */
export function takeVetoStep(veto: Veto, step: VetoStep): VetoOutcome {
  const refusal = refusalOf(veto, step);
  return refusal ?? { ok: true, veto: { ...veto, steps: [...veto.steps, step] } };
}

/** Where a veto is, told from its steps. */
export function vetoState({ steps }: Pick<Veto, 'steps'>): VetoState {
  return steps.reduce<VetoState>((state, { step }) => {
    switch (step) {
      case 'note-by-group':
        return 'noted-by-group';
      case 'note-by-village':
        return 'noted-by-village';
      case 'stand':
        return 'standing';
      case 'lift':
        return 'lifted';
      case 'verify-lift':
      case 'refuse-lift':
        return state;
    }
  }, 'proposed');
}

/** The township's verification that waits for the county's auditor, if one does. */
export function liftVerification({ steps }: Pick<Veto, 'steps'>): (VetoStep & { step: 'verify-lift' }) | undefined {
  const last = steps.findLast(({ step }) => ['verify-lift', 'lift', 'refuse-lift'].includes(step));
  return last?.step === 'verify-lift' ? last : undefined;
}

/** Whether a household is vetoed: a veto stands and was not lifted. */
export function isVetoed(vetoes: readonly Veto[]): boolean {
  return vetoes.some((veto) => vetoState(veto) === 'standing');
}

/** Whether a veto is still on its way to stand or fall: the household can be put neither above nor below the line. */
export function hasOpenVeto(vetoes: readonly Veto[]): boolean {
  return vetoes.some((veto) => !['standing', 'lifted'].includes(vetoState(veto)) || liftVerification(veto));
}

/**
 * What an asset says about a household that was registered as poor (domain reference, section 2): one acquired afterwards
 * makes an ordinary exit, not a mis-identification. Dates are `YYYY-MM-DD`.
 */
export function assetJudgement(
  assetAcquiredOn: string | undefined,
  registeredOn: string | undefined,
): 'misidentified' | 'acquired-later' | 'not-known' {
  if (assetAcquiredOn === undefined || registeredOn === undefined) return 'not-known';
  return assetAcquiredOn > registeredOn ? 'acquired-later' : 'misidentified';
}

function refusalOf(veto: Veto, step: VetoStep): VetoOutcome | undefined {
  const state = vetoState(veto);
  if (state === 'lifted') return refuse('VETO_LIFTED', 'it was lifted');
  switch (step.step) {
    case 'note-by-group':
    case 'note-by-village':
    case 'stand':
      return state === before[step.step] ? undefined : refuse('VETO_NOT_AT_STEP', `it is ${state}`);
    case 'verify-lift':
      if (liftVerification(veto)) return refuse('VETO_LIFT_BEING_DECIDED', 'a verification waits for the auditor');
      return withoutGrounds(step);
    case 'lift':
      return withoutVerification(veto, step.by) ?? withoutGrounds(step);
    case 'refuse-lift':
      return withoutVerification(veto, step.by) ?? withoutReason(step.reason);
  }
}

function withoutVerification(veto: Veto, auditor: string): VetoOutcome | undefined {
  const verification = liftVerification(veto);
  if (!verification) return refuse('VETO_LIFT_NOT_VERIFIED', 'the township has not verified it');
  return verification.by === auditor
    ? refuse('VETO_SAME_PERSON', 'who verified it may not decide it as well')
    : undefined;
}

function withoutGrounds({ reason, evidence }: Grounds): VetoOutcome | undefined {
  if (!liftReasons.some(({ key }) => key === reason))
    return refuse('VETO_REASON_UNKNOWN', 'the reason is not on the list');
  return evidence.length === 0 ? refuse('VETO_EVIDENCE_MISSING', 'name the evidence') : undefined;
}

function withoutReason(reason: string): VetoOutcome | undefined {
  return reason.trim() === '' ? refuse('VETO_REASON_MISSING', 'say why') : undefined;
}

function refuse(code: VetoRefusal, problem: string): VetoOutcome {
  return { ok: false, code, problem };
}
