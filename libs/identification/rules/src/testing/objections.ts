import type { Objection, ObjectionReceipt, ObjectionRule } from '../objection';

export const rule: ObjectionRule = {
  deciders: { publicity: ['townshipOfficer'], announcement: ['supervisor', 'countyLeader'] },
  suspends: { own: true, report: true, missed: false },
  anonymous: { kinds: ['report', 'missed'], suspends: true },
  terms: {
    received: { days: 1, dayKind: 'working' },
    registered: { days: 1, dayKind: 'working' },
    assigned: { days: 3, dayKind: 'working' },
    rechecked: { days: 2, dayKind: 'working' },
    decided: { days: 3, dayKind: 'calendar' },
    answered: { days: 5, dayKind: 'calendar' },
  },
};

export const receipt = (content: Partial<ObjectionReceipt>): ObjectionReceipt => ({
  id: 'o1',
  kind: 'own',
  channel: 'paper',
  anonymous: false,
  period: 'publicity',
  householdId: 'h1',
  receivedAt: '2015-10-16T01:00:00.000Z',
  recordedAt: '2015-10-16T02:00:00.000Z',
  ...content,
});

export const objection = (content: Partial<Objection>): Objection => ({
  id: 'o1',
  kind: 'own',
  channel: 'paper',
  anonymous: false,
  period: 'publicity',
  householdId: 'h1',
  receivedAt: '2015-10-16T01:00:00.000Z',
  effect: 'suspends',
  state: 'received',
  since: '2015-10-16T02:00:00.000Z',
  recheck: null,
  outcome: null,
  satisfied: null,
  ...content,
});
