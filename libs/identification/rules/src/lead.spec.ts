import fc from 'fast-check';
import type { Calendar } from './calendar';
import {
  decideLead,
  notifyOfLead,
  openLead,
  replyToLead,
  vetoFromLead,
  type Lead,
  type LeadDecision,
  type LeadOutcome,
  type LeadRule,
} from './lead';
import { proposeVeto } from './veto';
import { checkLeadRule } from './veto-check';
import { luocheng2015Vetoes } from './vetoes/luocheng-2015';

const seed = 20151125;
const calendar: Calendar = {
  dayMilliseconds: 86_400_000,
  startsAt: '2015-10-15T16:00:00.000Z',
  startsOn: '2015-10-16',
  utcOffsetMinutes: 480,
  restWeekdays: [0, 6],
  holidays: [],
  makeUpDays: [],
};
const rule: LeadRule = { replyDays: 5, replyDayKind: 'working', minimumConfidence: 0.5 };
/** A Wednesday. */
const openedAt = new Date('2015-11-18T02:00:00Z');
const days = (count: number) => new Date(openedAt.getTime() + count * 86_400_000);

const opened = () =>
  openLead(
    {
      id: 'lead-1',
      householdId: 'h1',
      memberId: 'm1',
      source: 'vehicles',
      record: 'row 17',
      confidence: 1,
      assetAcquiredOn: '2014-06-01',
    },
    openedAt,
  );
const decision: LeadDecision = {
  decisionId: 'decision-1',
  outcome: 'confirmed',
  by: 'officer-1',
  at: days(8),
  reason: 'the van stands in the yard',
  evidence: ['file-1'],
};
const leadOf = (outcome: LeadOutcome) => {
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.lead;
};
/** The state it comes to, or the code of a refusal, which says something. */
const codeOf = (outcome: LeadOutcome) => {
  if (outcome.ok) return outcome.lead.state;
  expect(outcome.problem).not.toBe('');
  return outcome.code;
};
const notified = () => leadOf(notifyOfLead(opened(), rule, calendar, openedAt));

describe('a lead', () => {
  it('is a matter to verify and decides nothing', () => {
    expect(opened()).toMatchObject({ state: 'open', openedAt, householdId: 'h1' });
    expect(opened().decision).toBeUndefined();
  });

  it('gives the household the days of its right of reply, from the day it was told', () => {
    expect(notified().state).toBe('awaiting-reply');
    expect(notified().notifiedAt).toEqual(openedAt);
    expect(notified().replyDueAt).toEqual(days(7));
    expect(
      leadOf(notifyOfLead(opened(), { ...rule, replyDayKind: 'calendar' }, calendar, openedAt)).replyDueAt,
    ).toEqual(days(5));
    expect(codeOf(notifyOfLead(notified(), rule, calendar, days(1)))).toBe('LEAD_ALREADY_NOTIFIED');
  });

  it('is confirmed when the household has let its time pass, and not before', () => {
    expect(codeOf(decideLead(notified(), { ...decision, at: new Date(days(7).getTime() - 1) }))).toBe(
      'LEAD_REPLY_RUNNING',
    );
    expect(codeOf(decideLead(notified(), { ...decision, at: days(7) }))).toBe('confirmed');
    expect(codeOf(decideLead(opened(), decision))).toBe('LEAD_NOT_NOTIFIED');
  });

  it('is decided as soon as the household has answered; the first answer counts, later ones are heard', () => {
    expect(codeOf(replyToLead(opened(), days(1)))).toBe('LEAD_NOT_NOTIFIED');
    const answered = leadOf(replyToLead(notified(), days(1)));
    expect(leadOf(replyToLead(answered, days(2))).repliedAt).toEqual(days(1));
    expect(codeOf(decideLead(answered, { ...decision, at: days(2) }))).toBe('confirmed');
  });

  it('is cleared at any time, with a reason', () => {
    const cleared = { ...decision, outcome: 'cleared' as const, evidence: [], at: days(0) };
    expect(codeOf(decideLead(opened(), cleared))).toBe('cleared');
    expect(codeOf(decideLead(notified(), cleared))).toBe('cleared');
    expect(codeOf(decideLead(opened(), { ...cleared, reason: ' ' }))).toBe('LEAD_REASON_MISSING');
  });

  it('is not decided without a decision on record, nor confirmed without evidence', () => {
    for (const decisionId of ['', ' '])
      expect(codeOf(decideLead(notified(), { ...decision, decisionId }))).toBe('LEAD_DECISION_MISSING');
    expect(codeOf(decideLead(notified(), { ...decision, evidence: [] }))).toBe('LEAD_EVIDENCE_MISSING');
  });

  it('is decided once', () => {
    const confirmed = leadOf(decideLead(notified(), decision));
    expect(codeOf(decideLead(confirmed, { ...decision, outcome: 'cleared' }))).toBe('LEAD_DECIDED');
    expect(codeOf(replyToLead(confirmed, days(9)))).toBe('LEAD_DECIDED');
    expect(codeOf(notifyOfLead(confirmed, rule, calendar, days(9)))).toBe('LEAD_DECIDED');
  });

  it('that was confirmed proposes a veto of its kind, which takes its own way', () => {
    const confirmed = leadOf(decideLead(notified(), decision));
    const proposal = vetoFromLead(luocheng2015Vetoes, confirmed, 'veto-1');
    expect(proposal).toEqual({
      id: 'veto-1',
      rule: 'V4',
      reason: decision.reason,
      evidence: ['file-1'],
      proposedBy: 'officer-1',
      proposedAt: days(8).toISOString(),
      leadId: 'lead-1',
      assetAcquiredOn: '2014-06-01',
    });
    expect(proposeVeto(luocheng2015Vetoes, proposal!)).toMatchObject({ ok: true, veto: { steps: [] } });
    expect(vetoFromLead([], confirmed, 'veto-1')).toBeUndefined();
    const undated = vetoFromLead(luocheng2015Vetoes, { ...confirmed, assetAcquiredOn: undefined }, 'veto-1');
    expect(undated).not.toHaveProperty('assetAcquiredOn');
  });

  it('proposes no veto when it is open or was cleared', () => {
    const cleared = leadOf(decideLead(notified(), { ...decision, outcome: 'cleared' }));
    for (const lead of [opened(), notified(), cleared])
      expect(() => vetoFromLead(luocheng2015Vetoes, lead, 'veto-1')).toThrow('was not confirmed');
  });

  it(`changes nothing for a household without a decision, whatever happens (seed ${seed})`, () => {
    const moments = fc.integer({ min: 0, max: 20 }).map(days);
    type Act = (lead: Lead) => LeadOutcome;
    const acts: fc.Arbitrary<Act> = fc.oneof(
      moments.map(
        (at): Act =>
          (lead) =>
            notifyOfLead(lead, rule, calendar, at),
      ),
      moments.map(
        (at): Act =>
          (lead) =>
            replyToLead(lead, at),
      ),
      fc.tuple(moments, fc.constantFrom('', 'd1'), fc.constantFrom('confirmed' as const, 'cleared' as const)).map(
        ([at, decisionId, outcome]): Act =>
          (lead) =>
            decideLead(lead, { ...decision, decisionId, outcome, at }),
      ),
    );
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 10 }), (tried) => {
        const end = tried.reduce<Lead>((lead, act) => {
          const outcome = act(lead);
          return outcome.ok ? outcome.lead : lead;
        }, opened());
        const decided = end.state === 'confirmed' || end.state === 'cleared';
        expect(decided).toBe(end.decision !== undefined);
        if (end.decision) expect(end.decision.decisionId).toBe('d1');
        if (end.state !== 'confirmed') return;
        const heard = end.repliedAt !== undefined || end.decision!.at >= end.replyDueAt!;
        expect(heard).toBe(true);
      }),
      { seed, numRuns: 1000 },
    );
  });
});

describe('the check of the rule for leads', () => {
  it('refuses a right of reply of no days and a confidence outside 0 to 1', () => {
    const pathsOf = (change: Partial<LeadRule>) => checkLeadRule({ ...rule, ...change }).map(({ path }) => path);
    expect(pathsOf({})).toEqual([]);
    expect(pathsOf({ minimumConfidence: 1 })).toEqual([]);
    expect(pathsOf({ replyDays: 0 })).toEqual(['leads.replyDays']);
    expect(pathsOf({ minimumConfidence: 0 })).toEqual(['leads.minimumConfidence']);
    expect(pathsOf({ minimumConfidence: 1.1 })).toEqual(['leads.minimumConfidence']);
  });
});
