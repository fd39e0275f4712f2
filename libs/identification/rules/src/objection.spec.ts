import { consequenceOf, objectionDueAt, objectionFrom, publicityFacts, type ObjectionOutcome } from './objection';
import { publicityClock } from './publicity-clock';
import { at, autumn2015 } from './testing/calendars';
import { objection, receipt, rule } from './testing/objections';

const iso = (local: string) => at(local).toISOString();
const week = { days: 7, dayKind: 'calendar' as const };
/** Posted on Friday 16 October, 09:00; over on Friday 23 October, 09:00. */
const clock = () => publicityClock(week, autumn2015, [{ kind: 'posted', at: iso('2015-10-16T09:00:00') }]);
const decided = (decision: ObjectionOutcome['decision'], local = '2015-10-20T09:00:00'): ObjectionOutcome => ({
  decision,
  reason: '复核',
  by: 'officer',
  role: 'townshipOfficer',
  at: iso(local),
  newHouseholdId: null,
});
const received = (receivedAt: string, recordedAt = receivedAt) => ({
  receivedAt: iso(receivedAt),
  recordedAt: iso(recordedAt),
});

describe('an objection', () => {
  it('is kept as it came, and waits from the moment it was recorded', () => {
    const asked = receipt({ ...received('2015-10-17T09:00:00', '2015-10-17T11:00:00'), channel: 'phone' });
    expect(objectionFrom(rule, asked, clock())).toEqual({
      id: 'o1',
      kind: 'own',
      channel: 'phone',
      anonymous: false,
      period: 'publicity',
      householdId: 'h1',
      receivedAt: iso('2015-10-17T09:00:00'),
      effect: 'suspends',
      state: 'received',
      since: iso('2015-10-17T11:00:00'),
      recheck: null,
      outcome: null,
      satisfied: null,
    });
  });

  it.each(['own', 'report'] as const)('of the kind %s suspends the publicity of its household', (kind) => {
    expect(objectionFrom(rule, receipt({ kind, ...received('2015-10-17T09:00:00') }), clock()).effect).toBe('suspends');
  });

  it('that a household was missed suspends nobody', () => {
    const missed = receipt({ kind: 'missed', householdId: null, ...received('2015-10-17T09:00:00') });
    expect(objectionFrom(rule, missed, null).effect).toBe('none');
    expect(objectionFrom(rule, { ...missed, householdId: 'h1' }, clock()).effect).toBe('none');
  });

  it('suspends nobody where there is no publicity, or the household has left it', () => {
    const asked = receipt(received('2015-10-17T09:00:00'));
    expect(objectionFrom(rule, asked, null).effect).toBe('none');
    const left = publicityClock(week, autumn2015, [
      { kind: 'posted', at: iso('2015-10-16T09:00:00') },
      { kind: 'changed', at: iso('2015-10-16T10:00:00'), objectionId: 'o0' },
    ]);
    expect(objectionFrom(rule, asked, left).effect).toBe('none');
  });

  it('without a name suspends only where the rule lets it', () => {
    const report = receipt({ kind: 'report', anonymous: true, ...received('2015-10-17T09:00:00') });
    const strict = { ...rule, anonymous: { ...rule.anonymous, suspends: false } };
    expect(objectionFrom(rule, report, clock()).effect).toBe('suspends');
    expect(objectionFrom(strict, report, clock()).effect).toBe('none');
    expect(objectionFrom(strict, { ...report, anonymous: false }, clock()).effect).toBe('suspends');
  });

  it('is recorded but suspends nothing when it comes after the period', () => {
    expect(objectionFrom(rule, receipt(received('2015-10-23T08:59:59')), clock()).effect).toBe('suspends');
    expect(objectionFrom(rule, receipt(received('2015-10-23T09:00:00')), clock()).effect).toBe('late');
  });

  it('that lay in a drawer until the period was over is told apart from one that came late', () => {
    const asked = receipt(received('2015-10-20T09:00:00', '2015-10-24T09:00:00'));
    expect(objectionFrom(rule, asked, clock()).effect).toBe('overtaken');
  });
});

describe('the clock of an objection', () => {
  it.each([
    ['received', '2015-10-19T10:00:00'],
    ['registered', '2015-10-19T10:00:00'],
    ['assigned', '2015-10-21T10:00:00'],
    ['rechecked', '2015-10-20T10:00:00'],
    ['decided', '2015-10-19T10:00:00'],
    ['answered', '2015-10-21T10:00:00'],
  ] as const)('gives the state %s until %s', (state, due) => {
    const waiting = objection({ state, since: iso('2015-10-16T10:00:00') });
    expect(objectionDueAt(autumn2015, rule, waiting)).toEqual(at(due));
  });

  it('has run out when the matter is closed', () => {
    expect(objectionDueAt(autumn2015, rule, objection({ state: 'closed' }))).toBeUndefined();
  });
});

describe('the decision on an objection', () => {
  it.each([
    ['unchanged', 'suspends', 'resumes'],
    ['unchanged', 'late', 'stands'],
    ['score-changed', 'suspends', 'returns-to-review'],
    ['score-changed', 'overtaken', 'reopened'],
    ['veto-found', 'suspends', 'returns-to-review'],
    ['veto-found', 'none', 'reopened'],
    ['new-household', 'none', 'is-assessed'],
  ] as const)('%s, where it %s, means that the household %s', (decision, effect, consequence) => {
    expect(consequenceOf(objection({ effect, outcome: decided(decision) }))).toBe(consequence);
  });

  it('has no consequence before it is taken', () => {
    expect(consequenceOf(objection({}))).toBeUndefined();
  });
});

describe('what objections do to the publicity of a household', () => {
  const openedAt = at('2015-10-16T08:00:00');

  it('is told by those about it that suspend, and by no others', () => {
    const objections = [
      objection({ id: 'o1', outcome: decided('unchanged') }),
      objection({ id: 'o2', outcome: decided('score-changed') }),
      objection({ id: 'o3', outcome: decided('veto-found') }),
      objection({ id: 'o4' }),
      objection({ id: 'o5', effect: 'late' }),
      objection({ id: 'o6', householdId: 'h2' }),
      objection({ id: 'o7', householdId: null, effect: 'none' }),
    ];
    const suspended = (objectionId: string) => ({ kind: 'suspended', at: '2015-10-16T01:00:00.000Z', objectionId });
    const at20 = iso('2015-10-20T09:00:00');
    expect(publicityFacts('h1', openedAt, objections)).toEqual([
      suspended('o1'),
      { kind: 'resumed', at: at20, objectionId: 'o1' },
      suspended('o2'),
      { kind: 'changed', at: at20, objectionId: 'o2' },
      suspended('o3'),
      { kind: 'changed', at: at20, objectionId: 'o3' },
      suspended('o4'),
    ]);
  });

  it('leaves out what was decided before this round was opened, and keeps what is still open', () => {
    const objections = [
      objection({ id: 'before', outcome: decided('score-changed', '2015-10-16T08:00:00') }),
      objection({ id: 'after', outcome: decided('unchanged', '2015-10-16T08:00:01') }),
      objection({ id: 'open' }),
    ];
    const facts = publicityFacts('h1', openedAt, objections);
    expect(facts.map((fact) => 'objectionId' in fact && fact.objectionId)).toEqual(['after', 'after', 'open']);
  });
});
