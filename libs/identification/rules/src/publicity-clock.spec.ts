import fc from 'fast-check';
import type { Calendar, DayKind } from './calendar';
import { dateOf, isWorkingDay } from './calendar';
import { publicityEnds } from './deadline';
import { publicityFacts } from './objection';
import { luocheng2015 } from './profiles/luocheng-2015';
import {
  publicityClock,
  publicityState,
  remainingTime,
  type PublicityFact,
  type PublicityRule,
} from './publicity-clock';
import { stageOf } from './stage-chain';
import { after, at, autumn2015, day, dayKinds, shortCalendars } from './testing/calendars';
import { objection } from './testing/objections';

const seed = 20151125;
const week: PublicityRule = { days: 7, dayKind: 'calendar' };
const fiveWorking: PublicityRule = { days: 5, dayKind: 'working' };

const posted = (local: string): PublicityFact => ({ kind: 'posted', at: at(local).toISOString() });
const moved = (kind: 'suspended' | 'resumed' | 'changed', local: string, objectionId = 'o1'): PublicityFact => ({
  kind,
  at: at(local).toISOString(),
  objectionId,
});
const clockOf = (rule: PublicityRule, ...facts: PublicityFact[]) => publicityClock(rule, autumn2015, facts);
const closing = (rule: PublicityRule, ...facts: PublicityFact[]) => {
  const { closesAt } = clockOf(rule, ...facts);
  return closesAt === null ? null : new Date(closesAt);
};

describe('the publicity of a household', () => {
  it('waits for the notice to be posted', () => {
    const clock = clockOf(week);
    expect(clock).toEqual({
      postedAt: null,
      counted: 0,
      runningSince: null,
      objections: [],
      closesAt: null,
      leftAt: null,
    });
    expect(publicityState(clock, at('2015-10-16T09:00:00'))).toBe('unposted');
    expect(remainingTime(week, autumn2015, clock, at('2015-10-16T09:00:00'))).toBe(7 * day);
  });

  it('ends seven days after the posting when nobody objects, and not a moment before', () => {
    const clock = clockOf(week, posted('2015-10-16T09:00:00'));
    expect(clock).toMatchObject({ postedAt: at('2015-10-16T09:00:00').toISOString(), counted: 0 });
    expect(clock.closesAt).toBe(at('2015-10-23T09:00:00').toISOString());
    expect(publicityState(clock, at('2015-10-23T08:59:59'))).toBe('running');
    expect(publicityState(clock, at('2015-10-23T09:00:00'))).toBe('over');
    expect(remainingTime(week, autumn2015, clock, at('2015-10-20T09:00:00'))).toBe(3 * day);
    expect(remainingTime(week, autumn2015, clock, at('2015-10-30T09:00:00'))).toBe(0);
  });

  it('counts from the first posting, however often it is posted', () => {
    expect(closing(week, posted('2015-10-18T09:00:00'), posted('2015-10-16T09:00:00'))).toEqual(
      at('2015-10-23T09:00:00'),
    );
  });

  it('ends on the same day as the profile says for a group without objections', () => {
    const stage = stageOf(luocheng2015, 'publicity');
    expect(closing(week, posted('2015-10-16T09:00:00'))).toEqual(
      publicityEnds(stage, autumn2015, at('2015-10-16T09:00:00')),
    );
  });

  it('stands still from the receipt of an objection until it is decided, and then has the rest of its time', () => {
    const facts = [posted('2015-10-16T09:00:00'), moved('suspended', '2015-10-18T15:00:00')];
    const suspended = clockOf(week, ...facts);
    expect(suspended).toMatchObject({ counted: 2.25 * day, runningSince: null, objections: ['o1'], closesAt: null });
    expect(publicityState(suspended, at('2015-12-01T00:00:00'))).toBe('suspended');
    expect(remainingTime(week, autumn2015, suspended, at('2015-12-01T00:00:00'))).toBe(4.75 * day);
    expect(closing(week, ...facts, moved('resumed', '2015-10-20T15:00:00'))).toEqual(at('2015-10-25T09:00:00'));
  });

  it('has the remaining working time when it goes on', () => {
    // Friday 09:00; one working day has passed on Monday 09:00; four more from Wednesday 12:00, over a weekend.
    const facts = [
      posted('2015-10-16T09:00:00'),
      moved('suspended', '2015-10-19T09:00:00'),
      moved('resumed', '2015-10-21T12:00:00'),
    ];
    expect(closing(fiveWorking, ...facts)).toEqual(at('2015-10-27T12:00:00'));
    expect(remainingTime(fiveWorking, autumn2015, clockOf(fiveWorking, ...facts), at('2015-10-24T00:00:00'))).toBe(
      1.5 * day,
    );
  });

  it('waits for the last of several objections', () => {
    const facts = [
      posted('2015-10-16T09:00:00'),
      moved('suspended', '2015-10-17T09:00:00', 'o1'),
      moved('suspended', '2015-10-18T09:00:00', 'o2'),
      moved('resumed', '2015-10-19T09:00:00', 'o1'),
    ];
    expect(clockOf(week, ...facts).objections).toEqual(['o2']);
    expect(closing(week, ...facts)).toBeNull();
    expect(closing(week, ...facts, moved('resumed', '2015-10-20T09:00:00', 'o2'))).toEqual(at('2015-10-26T09:00:00'));
  });

  it('lists the objections that hold it, however they came', () => {
    const [one, other] = [
      moved('suspended', '2015-10-17T09:00:00', 'b'),
      moved('suspended', '2015-10-17T09:00:00', 'a'),
    ];
    for (const facts of [
      [one, other],
      [other, one],
    ])
      expect(clockOf(week, posted('2015-10-16T09:00:00'), ...facts).objections).toEqual(['a', 'b']);
  });

  it('does not begin while an objection from before the posting is open', () => {
    const facts = [moved('suspended', '2015-10-15T09:00:00'), posted('2015-10-16T09:00:00')];
    expect(clockOf(week, ...facts)).toMatchObject({ runningSince: null, closesAt: null, counted: 0 });
    expect(publicityState(clockOf(week, ...facts), at('2015-10-17T09:00:00'))).toBe('suspended');
    expect(closing(week, ...facts, moved('resumed', '2015-10-17T09:00:00'))).toEqual(at('2015-10-24T09:00:00'));
    const decidedBefore = moved('resumed', '2015-10-15T10:00:00');
    expect(clockOf(week, facts[0]!, decidedBefore)).toMatchObject({ postedAt: null, closesAt: null });
  });

  it('is left by a household that a decision has changed, whatever else is open', () => {
    const clock = clockOf(
      week,
      posted('2015-10-16T09:00:00'),
      moved('suspended', '2015-10-17T09:00:00', 'o1'),
      moved('suspended', '2015-10-18T09:00:00', 'o2'),
      moved('changed', '2015-10-19T09:00:00', 'o1'),
      moved('resumed', '2015-10-20T09:00:00', 'o2'),
    );
    expect(clock).toMatchObject({ closesAt: null, leftAt: at('2015-10-19T09:00:00').toISOString() });
    expect(clock.objections).toEqual(['o1', 'o2']);
    expect(publicityState(clock, at('2015-11-30T00:00:00'))).toBe('left');
    const unopposed = clockOf(week, posted('2015-10-16T09:00:00'), moved('changed', '2015-10-19T09:00:00'));
    expect(unopposed).toMatchObject({ closesAt: null, counted: 3 * day, runningSince: null });
  });

  it('is not moved any more when it is over', () => {
    const over = clockOf(week, posted('2015-10-16T09:00:00'));
    for (const kind of ['suspended', 'changed'] as const)
      expect(clockOf(week, posted('2015-10-16T09:00:00'), moved(kind, '2015-10-23T09:00:00'))).toEqual(over);
    const inTime = clockOf(week, posted('2015-10-16T09:00:00'), moved('suspended', '2015-10-23T08:59:59'));
    expect(inTime.closesAt).toBeNull();
  });

  it('is not moved by the decision of an objection it never had', () => {
    const facts = [posted('2015-10-16T09:00:00'), moved('resumed', '2015-10-18T09:00:00', 'stranger')];
    expect(clockOf(week, ...facts)).toEqual(clockOf(week, facts[0]!));
  });

  it('goes on at once when an objection is received and decided at one moment', () => {
    const moment = '2015-10-18T09:00:00';
    const facts = [moved('resumed', moment), moved('suspended', moment), posted('2015-10-16T09:00:00')];
    expect(closing(week, ...facts)).toEqual(at('2015-10-23T09:00:00'));
    const left = clockOf(week, moved('changed', moment, 'a'), moved('resumed', moment, 'b'), posted(moment));
    expect(left.leftAt).toBe(at(moment).toISOString());
  });
});

describe(`the publicity, for any objections (seed ${seed})`, () => {
  const households = ['h1', 'h2', 'h3'];
  const objections = fc.array(
    fc.record({
      household: fc.constantFrom(...households),
      at: fc.nat(70),
      lasts: fc.option(fc.nat(30), { freq: 6 }),
      changes: fc.boolean(),
    }),
    { maxLength: 8 },
  );
  const rules = fc.record({ days: fc.integer({ min: 1, max: 7 }), dayKind: dayKinds });
  const postings = fc.integer({ min: 0, max: 20 });
  type Drawn = { household: string; at: number; lasts: number | null; changes: boolean };

  const drawn = (calendar: Calendar, all: readonly Drawn[]) =>
    all.map(({ household, at: receivedAt, lasts, changes }, place) =>
      objection({
        id: `o${place}`,
        householdId: household,
        receivedAt: after(calendar, receivedAt).toISOString(),
        outcome:
          lasts === null
            ? null
            : {
                decision: changes ? 'score-changed' : 'unchanged',
                reason: '复核',
                by: 'officer',
                role: 'townshipOfficer',
                at: after(calendar, receivedAt + lasts).toISOString(),
                newHouseholdId: null,
              },
      }),
    );
  const factsOf = (calendar: Calendar, household: string, posting: number, all: readonly Drawn[]): PublicityFact[] => [
    { kind: 'posted', at: after(calendar, posting).toISOString() },
    ...publicityFacts(household, after(calendar, -1), drawn(calendar, all)),
  ];
  /**
   * Counted tick by tick, with nothing of the clock's own reckoning: when the household is final or leaves; null for never.
   * A period that is full when the week ends is over when the next begins; until then an objection is still in time.
   */
  const lived = (calendar: Calendar, rule: PublicityRule, posting: number, own: readonly Drawn[]) => {
    let undisturbed = 0;
    for (let tick = 0; tick < 2_000; tick += 1) {
      const decided = ({ at: received, lasts }: Drawn) => lasts !== null && received + lasts <= tick;
      const before = own.filter((each) => each.at < tick);
      const known = own.filter((each) => each.at <= tick);
      const counts = tick >= posting && isCounted(calendar, after(calendar, tick), rule.dayKind);
      if (before.some((each) => each.changes && decided(each))) return { leftAt: tick };
      const isFull = undisturbed >= rule.days * calendar.dayMilliseconds;
      // Who objects at the moment in which the objection before his is decided, still comes in time.
      const isResuming = before.some(({ at: received, lasts }) => received + (lasts ?? Infinity) === tick);
      if (counts && isFull && (isResuming ? known : before).every(decided)) return { finalAt: tick };
      if (known.some((each) => each.changes && decided(each))) return { leftAt: tick };
      if (counts && known.every(decided)) undisturbed += 1;
    }
    return null;
  };
  const isCounted = (calendar: Calendar, tick: Date, kind: DayKind) =>
    kind === 'calendar' || isWorkingDay(calendar, dateOf(calendar, tick));

  it('makes no household final before its own undisturbed period is over, nor later than the rule says', () => {
    fc.assert(
      fc.property(shortCalendars, rules, postings, objections, (calendar, rule, posting, all) => {
        for (const household of households) {
          const own = all.filter((each) => each.household === household);
          const clock = publicityClock(rule, calendar, factsOf(calendar, household, posting, all));
          const truth = lived(calendar, rule, posting, own);
          expect({
            ...(clock.closesAt && { finalAt: Date.parse(clock.closesAt) - Date.parse(calendar.startsAt) }),
            ...(clock.leftAt && { leftAt: Date.parse(clock.leftAt) - Date.parse(calendar.startsAt) }),
          }).toEqual(truth ?? {});
        }
      }),
      { seed },
    );
  });

  it('lasts in calendar days exactly its days and the union of its suspensions', () => {
    fc.assert(
      fc.property(
        shortCalendars,
        fc.integer({ min: 1, max: 7 }),
        postings,
        objections,
        (calendar, days, posting, all) => {
          const settled = all.map((each) => ({ ...each, changes: false, lasts: each.lasts ?? 0 }));
          for (const household of households) {
            const own = settled.filter((each) => each.household === household);
            const rule = { days, dayKind: 'calendar' as const };
            const { closesAt } = publicityClock(rule, calendar, factsOf(calendar, household, posting, settled));
            const end = Date.parse(closesAt!) - Date.parse(calendar.startsAt);
            const disturbed = Array.from({ length: end - posting }, (_, tick) => posting + tick).filter((tick) =>
              own.some(({ at: received, lasts }) => received <= tick && tick < received + lasts),
            );
            expect(end - posting).toBe(days * calendar.dayMilliseconds + disturbed.length);
          }
        },
      ),
      { seed },
    );
  });

  it('never moves with an objection about another household', () => {
    fc.assert(
      fc.property(shortCalendars, rules, postings, objections, (calendar, rule, posting, all) => {
        for (const household of households) {
          const own = all.map((each, place) =>
            each.household === household ? each : { ...each, household: `x${place}` },
          );
          expect(publicityClock(rule, calendar, factsOf(calendar, household, posting, own))).toEqual(
            publicityClock(rule, calendar, factsOf(calendar, household, posting, all)),
          );
        }
      }),
      { seed },
    );
  });

  it('comes to the same clock when facts come late, twice or in another order', () => {
    fc.assert(
      fc.property(
        shortCalendars,
        rules,
        postings,
        objections,
        fc.infiniteStream(fc.nat()),
        (calendar, rule, posting, all, random) => {
          const facts = factsOf(calendar, 'h1', posting, all);
          const shuffled = [...facts, ...facts.slice(1)]
            .map((fact) => ({ fact, place: random.next().value ?? 0 }))
            .sort((one, other) => one.place - other.place)
            .map(({ fact }) => fact);
          expect(publicityClock(rule, calendar, shuffled)).toEqual(publicityClock(rule, calendar, facts));
        },
      ),
      { seed },
    );
  });

  it('has, at any moment, the time remaining that it would close with', () => {
    fc.assert(
      fc.property(shortCalendars, rules, postings, objections, fc.nat(100), (calendar, rule, posting, all, later) => {
        const facts = factsOf(calendar, 'h1', posting, all);
        const now = after(
          calendar,
          Math.max(...facts.map(({ at: each }) => Date.parse(each) - Date.parse(calendar.startsAt))) + later,
        );
        const clock = publicityClock(rule, calendar, facts);
        const left = remainingTime(rule, calendar, clock, now);
        const state = publicityState(clock, now);
        if (state === 'over') expect(left).toBe(0);
        if (state !== 'running') return;
        const ended = publicityClock(rule, calendar, [
          ...facts,
          { kind: 'suspended', at: now.toISOString(), objectionId: 'new' },
        ]);
        expect(ended.counted + left).toBe(rule.days * calendar.dayMilliseconds);
      }),
      { seed },
    );
  });
});
