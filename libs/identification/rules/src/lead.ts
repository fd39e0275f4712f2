import { addDays, type Calendar, type DayKind } from './calendar';
import type { MatchSource, Veto, VetoRule } from './veto';

/** What a match becomes by a profile. */
export interface LeadRule {
  /** The household's right of reply, from the day it was told. */
  replyDays: number;
  replyDayKind: DayKind;
  /** Matches below this confidence, 0 to 1, become no lead. */
  minimumConfidence: number;
}

export type LeadState = 'open' | 'awaiting-reply' | 'confirmed' | 'cleared';

/** What a person decided about a lead. Without it nothing changes for the household. */
export interface LeadDecision {
  decisionId: string;
  outcome: 'confirmed' | 'cleared';
  by: string;
  at: Date;
  reason: string;
  evidence: string[];
}

/**
 * A match of a department's record with a member: a matter to verify, never a decision (domain reference, section 2). Holds ids
 * and references, no personal data.
 */
export interface Lead {
  id: string;
  householdId: string;
  memberId: string;
  source: MatchSource;
  /** The record in the department's file. */
  record: string;
  confidence: number;
  /** `YYYY-MM-DD`, where the record says so. */
  assetAcquiredOn?: string;
  state: LeadState;
  openedAt: Date;
  notifiedAt?: Date;
  /** Until then it may not be confirmed unless the household has answered. */
  replyDueAt?: Date;
  repliedAt?: Date;
  decision?: LeadDecision;
}

export type LeadRefusal =
  | 'LEAD_DECIDED'
  | 'LEAD_ALREADY_NOTIFIED'
  | 'LEAD_NOT_NOTIFIED'
  | 'LEAD_REPLY_RUNNING'
  | 'LEAD_DECISION_MISSING'
  | 'LEAD_REASON_MISSING'
  | 'LEAD_EVIDENCE_MISSING';

export type LeadOutcome = { ok: true; lead: Lead } | { ok: false; code: LeadRefusal; problem: string };

/** A lead from a match. It changes nothing for the household. */
export function openLead(
  match: Pick<Lead, 'id' | 'householdId' | 'memberId' | 'source' | 'record' | 'confidence' | 'assetAcquiredOn'>,
  openedAt: Date,
): Lead {
  return { ...match, state: 'open', openedAt };
}

/** The household is told and its right of reply begins to run. */
export function notifyOfLead(lead: Lead, rule: LeadRule, calendar: Calendar, at: Date): LeadOutcome {
  if (lead.decision) return refuse('LEAD_DECIDED', 'it was decided');
  if (lead.notifiedAt) return refuse('LEAD_ALREADY_NOTIFIED', 'the household was told before');
  const replyDueAt = addDays(calendar, at, rule.replyDays, rule.replyDayKind);
  return { ok: true, lead: { ...lead, state: 'awaiting-reply', notifiedAt: at, replyDueAt } };
}

/** The household has answered; a later answer is heard as long as nothing is decided. */
export function replyToLead(lead: Lead, at: Date): LeadOutcome {
  if (lead.decision) return refuse('LEAD_DECIDED', 'it was decided');
  if (!lead.notifiedAt) return refuse('LEAD_NOT_NOTIFIED', 'the household was not told yet');
  return { ok: true, lead: { ...lead, repliedAt: lead.repliedAt ?? at } };
}

/**
 * A person decides. To clear needs a reason; to confirm needs evidence as well, and that the household has answered or let its
 * time pass. A confirmed lead is the ground of a veto that is then proposed: {@link vetoFromLead}.
 */
export function decideLead(lead: Lead, decision: LeadDecision): LeadOutcome {
  if (lead.decision) return refuse('LEAD_DECIDED', 'it was decided');
  if (decision.decisionId.trim() === '') return refuse('LEAD_DECISION_MISSING', 'name the decision');
  if (decision.reason.trim() === '') return refuse('LEAD_REASON_MISSING', 'say why');
  const refusal = decision.outcome === 'confirmed' ? notConfirmable(lead, decision) : undefined;
  return refusal ?? { ok: true, lead: { ...lead, state: decision.outcome, decision } };
}

function notConfirmable(lead: Lead, { evidence, at }: LeadDecision): LeadOutcome | undefined {
  if (evidence.length === 0) return refuse('LEAD_EVIDENCE_MISSING', 'name the evidence');
  if (!lead.replyDueAt) return refuse('LEAD_NOT_NOTIFIED', 'the household was not told yet');
  return lead.repliedAt || at >= lead.replyDueAt
    ? undefined
    : refuse('LEAD_REPLY_RUNNING', 'the household may still answer');
}

/**
 * What a confirmed lead proposes: a veto by the rule that its source speaks for; undefined when no rule of the profile does.
 *
 * @throws RangeError when nobody has confirmed it
 */
export function vetoFromLead(rules: readonly VetoRule[], lead: Lead, vetoId: string): Omit<Veto, 'steps'> | undefined {
  const { decision, state, id, source, assetAcquiredOn } = lead;
  if (!decision || state !== 'confirmed') throw new RangeError(`lead ${id} was not confirmed`);
  const rule = rules.find((each) => each.source === source)?.key;
  if (rule === undefined) return undefined;
  const { by, at, reason, evidence } = decision;
  const grounds = { rule, reason, evidence, proposedBy: by, proposedAt: at.toISOString() };
  return { id: vetoId, ...grounds, leadId: id, ...(assetAcquiredOn !== undefined && { assetAcquiredOn }) };
}

function refuse(code: LeadRefusal, problem: string): LeadOutcome {
  return { ok: false, code, problem };
}
