import fc from 'fast-check';
import type { Objection, ObjectionState } from './objection';
import { checkReceipt, takeStep, type ObjectionProblem, type ObjectionStep, type Scorers } from './objection-step';
import { inWords } from './testing/in-words';
import { objection, receipt, rule } from './testing/objections';

const seed = 20151125;
const scorers: Scorers = { teams: ['team-1'], persons: ['wei', 'lan'] };
const now = '2015-10-17T00:00:00.000Z';
const recheck = { team: 'team-2', persons: ['luo', 'yin'], finding: '' };

const register: ObjectionStep = { kind: 'register', at: now, by: 'officer' };
const assign = {
  kind: 'assign',
  at: now,
  by: 'officer',
  team: 'team-2',
  persons: ['luo', 'yin'],
} satisfies ObjectionStep;
const look = { kind: 'recheck', at: now, by: 'luo', finding: '另有洗衣机一台' } satisfies ObjectionStep;
const decide = {
  kind: 'decide',
  at: now,
  by: 'officer',
  role: 'townshipOfficer',
  decision: 'score-changed',
  reason: '得分应为 41',
  newHouseholdId: null,
} satisfies ObjectionStep;
const answer: ObjectionStep = { kind: 'answer', at: now, by: 'officer' };
const callBack: ObjectionStep = { kind: 'call-back', at: now, by: 'officer', satisfied: true };
const inOrder: ObjectionStep[] = [register, assign, look, decide, answer, callBack];

const stepped = (from: Objection, step: ObjectionStep, by = scorers): Objection => {
  const result = takeStep(rule, from, by, step);
  if (!result.ok) throw new Error(result.problems.map(({ code }) => code).join());
  return result.objection;
};
const refused = (from: Objection, step: ObjectionStep): string[][] => {
  const result = takeStep(rule, from, scorers, step);
  return result.ok ? [] : listed(result.problems);
};
const listed = (problems: ObjectionProblem[]) => inWords(problems).map(({ code, field }) => [code, field]);
const at = (state: ObjectionState, content: Partial<Objection> = {}) => objection({ state, recheck, ...content });

describe('an objection is recorded', () => {
  it('when it names what it must and was received before', () => {
    expect(checkReceipt(rule, receipt({}))).toEqual([]);
    expect(checkReceipt(rule, receipt({ kind: 'missed', householdId: null, anonymous: true }))).toEqual([]);
    expect(checkReceipt(rule, receipt({ kind: 'report', anonymous: true }))).toEqual([]);
    expect(checkReceipt(rule, receipt({ receivedAt: now, recordedAt: now }))).toEqual([]);
  });

  it('only with the household it is about', () => {
    expect(listed(checkReceipt(rule, receipt({ householdId: null })))).toEqual([['HOUSEHOLD_MISSING', 'householdId']]);
    expect(listed(checkReceipt(rule, receipt({ kind: 'report', householdId: null })))).toEqual([
      ['HOUSEHOLD_MISSING', 'householdId'],
    ]);
    expect(listed(checkReceipt(rule, receipt({ kind: 'missed' })))).toEqual([['HOUSEHOLD_NOT_WANTED', 'householdId']]);
  });

  it('only with a name when somebody asks for a re-check of his own household', () => {
    expect(listed(checkReceipt(rule, receipt({ anonymous: true })))).toEqual([['ANONYMOUS_NOT_ALLOWED', 'anonymous']]);
  });

  it('never before it was received', () => {
    const early = receipt({ receivedAt: '2015-10-16T02:00:00.001Z', recordedAt: '2015-10-16T02:00:00.000Z' });
    expect(listed(checkReceipt(rule, early))).toEqual([['RECEIVED_LATER', 'receivedAt']]);
  });
});

describe('an objection goes its way', () => {
  it('from receipt to the call back, one step after the other', () => {
    const way = inOrder.reduce((all, step) => [...all, stepped(all.at(-1)!, step)], [objection({})]);
    expect(way.map(({ state }) => state)).toEqual([
      'received',
      'registered',
      'assigned',
      'rechecked',
      'decided',
      'answered',
      'closed',
    ]);
    expect(way.at(-1)).toEqual({
      ...objection({}),
      state: 'closed',
      since: now,
      recheck: { ...recheck, finding: '另有洗衣机一台' },
      outcome: {
        decision: 'score-changed',
        reason: '得分应为 41',
        by: 'officer',
        role: 'townshipOfficer',
        at: now,
        newHouseholdId: null,
      },
      satisfied: true,
    });
  });

  it('without a name just as with one, up to the answer', () => {
    expect(stepped(objection({ anonymous: true }), register)).toMatchObject({ state: 'registered' });
    expect(stepped(at('registered', { recheck: null }), assign).recheck).toEqual(recheck);
  });

  it('and is over with the answer when there is nobody to call back', () => {
    expect(stepped(at('decided', { anonymous: true }), answer)).toMatchObject({ state: 'closed', satisfied: null });
    expect(stepped(at('decided'), answer)).toMatchObject({ state: 'answered' });
  });

  it('with an objector who is not satisfied recorded as such', () => {
    const unhappy: ObjectionStep = { ...callBack, satisfied: false };
    expect(stepped(at('answered'), unhappy)).toMatchObject({ state: 'closed', satisfied: false });
  });

  it('never backwards in time', () => {
    const early = '2015-10-16T01:59:59.999Z';
    expect(refused(objection({}), { ...register, at: early })).toEqual([['BEFORE_LAST_STEP', 'at']]);
    expect(refused(objection({}), { ...register, at: '2015-10-16T02:00:00.000Z' })).toEqual([]);
  });

  it.each(inOrder)('with the step $kind taken from one state only', (step) => {
    const states: ObjectionState[] = [
      'received',
      'registered',
      'assigned',
      'rechecked',
      'decided',
      'answered',
      'closed',
    ];
    const from = states.filter((state) => refused(at(state), step).length === 0);
    expect(from).toEqual([states[inOrder.indexOf(step)]]);
    expect(refused(at('closed'), step)).toContainEqual(['NOT_AT_STATE', 'kind']);
  });
});

describe('the re-check', () => {
  it('needs a team and those who go', () => {
    expect(refused(at('registered'), { ...assign, team: '' })).toEqual([['NOBODY_ASSIGNED', 'persons']]);
    expect(refused(at('registered'), { ...assign, persons: [] })).toEqual([['NOBODY_ASSIGNED', 'persons']]);
  });

  it('is never made by the team, nor by a person, that scored the household', () => {
    expect(refused(at('registered'), { ...assign, team: 'team-1' })).toEqual([['SCORED_BY_TEAM', 'team']]);
    expect(refused(at('registered'), { ...assign, persons: ['luo', 'lan'] })).toEqual([['SCORED_BY_TEAM', 'persons']]);
  });

  it('is reported by one of those who went, with what was found', () => {
    expect(refused(at('assigned'), { ...look, by: 'wei' })).toEqual([['NOT_OF_RECHECK', 'by']]);
    expect(refused(at('assigned', { recheck: null }), look)).toEqual([['NOT_OF_RECHECK', 'by']]);
    expect(refused(at('assigned'), { ...look, finding: ' ' })).toEqual([['FINDING_MISSING', 'finding']]);
  });
});

describe('the decision', () => {
  it('is the township’s in the publicity period and the county’s in the announcement period', () => {
    const announced = at('rechecked', { period: 'announcement' });
    expect(refused(at('rechecked'), { ...decide, role: 'supervisor' })).toEqual([['MAY_NOT_DECIDE', 'role']]);
    expect(refused(announced, decide)).toEqual([['MAY_NOT_DECIDE', 'role']]);
    expect(refused(announced, { ...decide, role: 'countyLeader' })).toEqual([]);
    const result = takeStep(rule, announced, scorers, decide);
    expect(!result.ok && result.problems[0]?.problem).toBe(
      'in the announcement period it is decided by supervisor, countyLeader',
    );
  });

  it('is taken by somebody who did not make the re-check', () => {
    expect(refused(at('rechecked'), { ...decide, by: 'yin' })).toEqual([['RECHECKED_SAME_PERSON', 'by']]);
  });

  it('has a reason', () => {
    expect(refused(at('rechecked'), { ...decide, reason: ' ' })).toEqual([['REASON_MISSING', 'reason']]);
  });

  it.each([
    ['own', 'unchanged', true],
    ['own', 'score-changed', true],
    ['own', 'veto-found', true],
    ['own', 'new-household', false],
    ['report', 'unchanged', true],
    ['report', 'score-changed', true],
    ['report', 'veto-found', true],
    ['report', 'new-household', false],
    ['missed', 'unchanged', true],
    ['missed', 'score-changed', false],
    ['missed', 'veto-found', false],
    ['missed', 'new-household', true],
  ] as const)('on the kind %s may be %s: %s', (kind, decision, fits) => {
    const found = refused(at('rechecked', { kind }), { ...decide, decision, newHouseholdId: 'h9' });
    expect(found).toEqual(fits ? [] : [['DECISION_DOES_NOT_FIT', 'decision']]);
  });

  it('to assess a new household names it', () => {
    const missed = at('rechecked', { kind: 'missed' });
    const open: ObjectionStep = { ...decide, decision: 'new-household' };
    expect(refused(missed, open)).toEqual([['NEW_HOUSEHOLD_MISSING', 'newHouseholdId']]);
    expect(stepped(missed, { ...open, newHouseholdId: 'h9' }).outcome).toMatchObject({ newHouseholdId: 'h9' });
  });

  it('is told everything that is wrong with it at once', () => {
    expect(refused(at('received'), { ...decide, reason: '', by: 'luo' })).toEqual([
      ['NOT_AT_STATE', 'kind'],
      ['RECHECKED_SAME_PERSON', 'by'],
      ['REASON_MISSING', 'reason'],
    ]);
  });
});

describe(`objections, for any attempts (seed ${seed})`, () => {
  const people = fc.constantFrom('wei', 'luo', 'yin', 'officer', 'leader');
  /** How much later, or earlier, than the attempt before. */
  const passing = fc.integer({ min: -1_000, max: 60_000 });
  const roles = fc.constantFrom('townshipOfficer', 'supervisor', 'fieldWorker');
  const attempts = fc
    .tuple(fc.constantFrom(...inOrder), people, passing, roles, fc.boolean())
    .map(([step, by, passed, role, isOwnTeam]) => {
      const team = isOwnTeam ? 'team-1' : 'team-2';
      const content = step.kind === 'decide' ? { ...step, role } : step.kind === 'assign' ? { ...step, team } : step;
      return { passed, step: { ...content, by } };
    });

  it('are decided only after a re-check by others than the scorers, by one who may, and never go back', () => {
    const order = ['received', 'registered', 'assigned', 'rechecked', 'decided', 'answered', 'closed'];
    let decisions = 0;
    fc.assert(
      fc.property(fc.array(attempts, { minLength: 20, maxLength: 120 }), (steps) => {
        let current = objection({});
        let moment = Date.parse(now);
        for (const { passed, step } of steps) {
          moment += passed;
          const result = takeStep(rule, current, scorers, { ...step, at: new Date(moment).toISOString() });
          if (!result.ok) continue;
          expect(order.indexOf(result.objection.state)).toBe(order.indexOf(current.state) + 1);
          expect(Date.parse(result.objection.since)).toBeGreaterThanOrEqual(Date.parse(current.since));
          current = result.objection;
        }
        if (!current.outcome) return;
        decisions += 1;
        expect(current.outcome.role).toBe('townshipOfficer');
        expect(current.recheck?.team).toBe('team-2');
        expect(current.recheck?.finding).not.toBe('');
        expect(current.recheck?.persons).not.toContain(current.outcome.by);
      }),
      { seed },
    );
    expect(decisions).toBeGreaterThan(0);
  });
});
