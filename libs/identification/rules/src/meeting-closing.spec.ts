import fc from 'fast-check';
import type { MeetingEvent } from './meeting';
import { checkClosing, type ClosingCode } from './meeting-closing';
import {
  anyLawfulMeeting,
  attended,
  convened,
  heldOn,
  laid,
  meetingFrom,
  ordinary,
  papers,
  rule,
  today,
  voted,
} from './testing/meetings';
import { inWords } from './testing/in-words';

const seed = 20151125;

const problemsOf = (events: readonly MeetingEvent[], on = today) =>
  inWords(checkClosing(meetingFrom(events), rule, on));
const found = (events: readonly MeetingEvent[], on = today) =>
  problemsOf(events, on).map(({ code, field, householdId }) => [code, field, householdId]);
const without = (events: readonly MeetingEvent[], ...kinds: MeetingEvent['kind'][]) =>
  events.filter(({ kind }) => !kinds.includes(kind));
/** The ordinary meeting, in which the second sitting decides h6. */
const adjourned: MeetingEvent = { kind: 'adjourned', sitting: 1, to: '2015-11-10', reason: '天色已晚' };
const second = { ...convened, sitting: 2, on: '2015-11-10', noticeOn: '2015-11-06' };
const twoSittings = (): MeetingEvent[] => [
  ...ordinary().map((event) => (event.kind === 'voted-on-the-rest' ? { ...event, except: ['h6'] } : event)),
  adjourned,
  second,
  ...attended(2, 'secretary', 'h1-man', 'h2-man', 'h3-man', 'h4-man'),
  voted(2, 'h6', [4, 0, 0]),
  ...papers(2),
];

/** Everybody who was there is kin of h6. */
const kin = () =>
  ['h1-man', 'h2-man', 'h3-man', 'h4-man', 'h5-wife'].map((personId): MeetingEvent => ({
    kind: 'recused',
    personId,
    householdId: 'h6',
    ground: 'declared',
    relation: '兄弟',
  }));

describe('a meeting may close', () => {
  it('when nothing is wanting', () => {
    expect(problemsOf(ordinary())).toEqual([]);
    expect(problemsOf(twoSittings())).toEqual([]);
  });

  it('on the day it was held', () => {
    expect(problemsOf(ordinary(), heldOn)).toEqual([]);
  });

  it('with a first sitting that was adjourned for want of a quorum and decided nothing', () => {
    const first: MeetingEvent[] = [convened, ...attended(1, 'h1-man'), { ...adjourned, reason: '人数不足' }];
    const held = without(ordinary(), 'convened').map((event) =>
      'sitting' in event ? { ...event, sitting: 2 } : event,
    );
    expect(problemsOf([...held, ...first, second])).toEqual([]);
  });

  it('without a sitting, when every household stands from the round before', () => {
    const events = ordinary().map((event) => (event.kind === 'laid' ? { ...event, confirmedIn: 1 } : event));
    expect(problemsOf(events.filter(({ kind }) => kind === 'laid' || kind === 'seated'))).toEqual([]);
  });
});

describe('a meeting cannot close', () => {
  it('when nothing was laid before it, nobody has a seat and nobody ever met', () => {
    expect(found([])).toEqual([
      ['NOTHING_LAID', 'households', null],
      ['ROSTER_MISSING', 'seats', null],
    ]);
    expect(found(laid(1))).toEqual([
      ['ROSTER_MISSING', 'seats', null],
      ['NOT_CONVENED', 'sittings', null],
      ['HOUSEHOLD_UNDECIDED', 'households', 'h1'],
    ]);
  });

  it('when a sitting was not convened, or nobody says where', () => {
    expect(found(without(ordinary(), 'convened'))).toEqual([['NOT_CONVENED', 'sittings.1.convening', null]]);
    const secondOnly = twoSittings().filter((event) => event.kind !== 'convened' || event.sitting === 2);
    expect(found(secondOnly)).toEqual([['NOT_CONVENED', 'sittings.1.convening', null]]);
    expect(found([...ordinary(), { ...convened, place: ' ' }])).toEqual([
      ['NOT_CONVENED', 'sittings.1.convening.place', null],
    ]);
  });

  it('before it was held', () => {
    expect(found(ordinary(), '2015-11-05')).toEqual([['NOT_HELD_YET', 'sittings.1.convening.on', null]]);
  });

  it('when the notice came a day too late, or has no date', () => {
    for (const noticeOn of ['2015-11-04', ''])
      expect(found([...ordinary(), { ...convened, noticeOn }])).toEqual([
        ['NOTICE_TOO_SHORT', 'sittings.1.convening.noticeOn', null],
      ]);
  });

  it('when it decided without a quorum', () => {
    const few = ordinary().filter(
      (event) => event.kind !== 'attended' || !['h4-man', 'h5-wife'].includes(event.personId),
    );
    const problems = problemsOf(few);
    expect(problems[0]).toMatchObject({
      code: 'NO_QUORUM',
      field: 'sittings.1.attendance',
      problem: '3 of 6 seats were taken in sitting 1; 4 are needed',
    });
    expect(problems.filter(({ code }) => code === 'HOUSEHOLD_UNDECIDED')).toHaveLength(6);
  });

  it('when it met without a quorum and did not adjourn', () => {
    const events = [...without(ordinary(), 'voted-on-the-rest', 'attended'), ...attended(1, 'secretary', 'h1-man')];
    expect(found(events).map(([code]) => code)).toContain('NO_QUORUM');
  });

  it('when more hands were raised on a household than seats could vote on it', () => {
    const kin: MeetingEvent = {
      kind: 'recused',
      personId: 'h2-man',
      householdId: 'h6',
      ground: 'register',
      relation: '兄弟',
    };
    expect(found([...ordinary(), voted(1, 'h6', [5, 0, 0])])).toEqual([]);
    expect(found([...ordinary(), kin, voted(1, 'h6', [5, 0, 0])])).toEqual([
      ['COUNT_IMPOSSIBLE', 'sittings.1.votes', 'h6'],
      ['HOUSEHOLD_UNDECIDED', 'households', 'h6'],
    ]);
  });

  it('when more hands were raised on the rest than seats were taken', () => {
    const events: MeetingEvent[] = [
      ...ordinary(),
      { kind: 'voted-on-the-rest', sitting: 1, except: [], for: 6, against: 0, abstain: 0 },
    ];
    expect(found(events)[0]).toEqual(['COUNT_IMPOSSIBLE', 'sittings.1.rest', null]);
  });

  it('when it voted on, or excepted, a household that was not laid before it', () => {
    expect(found([...ordinary(), voted(1, 'h9', [4, 0, 0])])).toEqual([
      ['HOUSEHOLD_NOT_LAID', 'sittings.1.votes', 'h9'],
    ]);
    const events: MeetingEvent[] = [
      ...ordinary(),
      { kind: 'voted-on-the-rest', sitting: 1, except: ['h9'], for: 5, against: 0, abstain: 0 },
    ];
    expect(found(events)).toEqual([['HOUSEHOLD_NOT_LAID', 'sittings.1.rest', 'h9']]);
  });

  it('when a household was left undecided', () => {
    const events: MeetingEvent[] = [
      ...ordinary(),
      { kind: 'voted-on-the-rest', sitting: 1, except: ['h6'], for: 5, against: 0, abstain: 0 },
    ];
    expect(found(events)).toEqual([['HOUSEHOLD_UNDECIDED', 'households', 'h6']]);
  });

  it('when a household is returned and nobody says why', () => {
    for (const reason of [null, ' '])
      expect(found([...ordinary(), voted(1, 'h6', [0, 5, 0], reason)])).toEqual([
        ['REASON_MISSING', 'sittings.1.votes', 'h6'],
      ]);
    expect(found([...ordinary(), voted(1, 'h6', [0, 5, 0], '有车')])).toEqual([]);
  });

  it('when nobody there may vote on a household, until it is referred with a reason', () => {
    const referred = (reason: string): MeetingEvent => ({ kind: 'referred', householdId: 'h6', reason });
    expect(found([...ordinary(), ...kin()])).toEqual([['NOBODY_MAY_VOTE', 'households', 'h6']]);
    expect(found([...ordinary(), ...kin(), referred(' ')])).toEqual([['REASON_MISSING', 'referrals', 'h6']]);
    expect(found([...ordinary(), ...kin(), referred('全组均为亲属')])).toEqual([]);
    expect(found([...ordinary(), referred('省事')])).toEqual([['REFERRED_NEEDLESSLY', 'referrals', 'h6']]);
  });

  it('when nobody may vote in any sitting with a quorum; else the household can wait for one in which somebody may', () => {
    const undecided = twoSittings().map((event) => (event.kind === 'voted' ? voted(2, 'h5', [0, 0, 0]) : event));
    const onlyStrangersThere = attended(2, 'h6-wife', 'h5-man');
    expect(found([...undecided, ...kin()])).toContainEqual(['NOBODY_MAY_VOTE', 'households', 'h6']);
    expect(found([...undecided, ...kin(), ...onlyStrangersThere])).toContainEqual([
      'HOUSEHOLD_UNDECIDED',
      'households',
      'h6',
    ]);
    const third: MeetingEvent[] = [{ ...adjourned, sitting: 2, to: '2015-11-12' }, ...attended(3, 'h5-man')];
    expect(found([...undecided, ...kin(), ...third])).toContainEqual(['NOBODY_MAY_VOTE', 'households', 'h6']);
  });

  it('when the record lacks minutes or photos', () => {
    expect(found(without(ordinary(), 'minutes-taken'))).toEqual([['MINUTES_MISSING', 'sittings.1.minutes', null]]);
    expect(found(without(twoSittings(), 'minutes-taken'))).toEqual([
      ['MINUTES_MISSING', 'sittings.1.minutes', null],
      ['MINUTES_MISSING', 'sittings.2.minutes', null],
    ]);
    expect(found([...ordinary(), { kind: 'minutes-taken', sitting: 1, text: '  ' }])).toEqual([
      ['MINUTES_MISSING', 'sittings.1.minutes', null],
    ]);
    expect(found(ordinary().filter((event) => event.kind !== 'photographed' || event.fileId === 'photo-1'))).toEqual([
      ['PHOTOS_MISSING', 'sittings.1.photos', null],
    ]);
  });

  it.each(['chair', 'recorder', 'representative'] as const)('when a signature as %s is missing', (as) => {
    const place = ordinary().findIndex((event) => event.kind === 'signed' && event.as === as);
    expect(found(ordinary().filter((_, each) => each !== place))).toEqual([
      ['SIGNATURE_MISSING', `sittings.1.signatures.${as}`, null],
    ]);
  });

  it('when a guest signed for the representatives', () => {
    const guest: MeetingEvent = { kind: 'signed', sitting: 1, as: 'representative', personId: 'driver' };
    const events = ordinary().filter((event) => event.kind !== 'signed' || event.personId !== 'h3-man');
    expect(found([...events, guest, ...attended(1, 'driver')])).toEqual([
      ['SIGNATURE_MISSING', 'sittings.1.signatures.representative', null],
    ]);
  });

  it('when one person signed in two roles, or somebody who was not there', () => {
    const signed = (personId: string): MeetingEvent => ({ kind: 'signed', sitting: 1, as: 'representative', personId });
    expect(found([...ordinary(), signed('h1-man')])).toEqual([['SIGNED_TWICE', 'sittings.1.signatures', null]]);
    expect(found([...ordinary(), signed('h6-man')])).toEqual([['SIGNED_BY_ABSENT', 'sittings.1.signatures', null]]);
  });

  it('when it was adjourned without a reason, or the second sitting is still to come', () => {
    const mute: MeetingEvent = { ...adjourned, reason: ' ' };
    expect(found([...twoSittings(), mute])).toEqual([['NO_REASON_TO_ADJOURN', 'sittings.1.adjournment.reason', null]]);
    expect(found([...ordinary(), adjourned])).toEqual([['SECOND_SITTING_MISSING', 'sittings.1.adjournment.to', null]]);
  });

  it('when the second sitting came before its date, or on the day of the first', () => {
    const early = [['SECOND_SITTING_TOO_EARLY', 'sittings.2.convening.on', null]];
    expect(found([...twoSittings(), { ...second, on: '2015-11-09' }])).toEqual(early);
    expect(found([...twoSittings(), { ...second, on: '2015-11-11' }])).toEqual([]);
    const sameDay = { ...second, on: heldOn, noticeOn: '2015-11-03' };
    expect(found([...twoSittings(), { ...adjourned, to: heldOn }, sameDay])).toEqual(early);
  });

  it('when there is a second sitting though the first was not adjourned', () => {
    expect(found(without(twoSittings(), 'adjourned'))).toEqual([['NOT_ADJOURNED', 'sittings.2.convening.on', null]]);
  });

  it('when the second sitting voted again on what was decided', () => {
    expect(found([...twoSittings(), voted(2, 'h5', [4, 0, 0])])).toEqual([
      ['DECIDED_ALREADY', 'sittings.2.votes', 'h5'],
    ]);
    const standing = ordinary().map((event) => (event.kind === 'laid' ? { ...event, confirmedIn: 1 } : event));
    expect(found([...standing, voted(1, 'h6', [4, 0, 0])])).toEqual([['DECIDED_ALREADY', 'sittings.1.votes', 'h6']]);
  });

  it('and is told everything that is wrong at once', () => {
    const problems = problemsOf(without(ordinary(), 'minutes-taken', 'signed', 'photographed', 'voted-on-the-rest'));
    expect(new Set(problems.map(({ code }) => code)).size).toBe(4);
  });
});

describe(`closing, for any meeting (seed ${seed})`, () => {
  const sabotages: [ClosingCode, (events: MeetingEvent[]) => MeetingEvent[]][] = [
    ['NOTHING_LAID', (events) => without(events, 'laid')],
    ['ROSTER_MISSING', (events) => without(events, 'seated')],
    ['NOT_CONVENED', (events) => without(events, 'convened')],
    ['NOT_HELD_YET', (events) => [...events, { ...convened, on: '2016-01-01' }]],
    ['NOTICE_TOO_SHORT', (events) => [...events, { ...convened, noticeOn: heldOn }]],
    ['MINUTES_MISSING', (events) => without(events, 'minutes-taken')],
    ['PHOTOS_MISSING', (events) => without(events, 'photographed')],
    ['SIGNATURE_MISSING', (events) => without(events, 'signed')],
    ['SIGNED_BY_ABSENT', (events) => [...events, { kind: 'signed', sitting: 1, as: 'chair', personId: 'nobody' }]],
    ['SIGNED_TWICE', (events) => [...events, { kind: 'signed', sitting: 1, as: 'chair', personId: 'h1-man' }]],
    ['NO_QUORUM', (events) => [...without(events, 'attended', 'adjourned'), ...attended(1, 'h1-man')]],
    ['HOUSEHOLD_NOT_LAID', (events) => [...events, voted(1, 'h99', [0, 0, 0])]],
    ['HOUSEHOLD_UNDECIDED', (events) => without(events, 'voted', 'referred')],
    ['COUNT_IMPOSSIBLE', (events) => [...events, voted(1, 'h1', [99, 0, 0])]],
    ['SECOND_SITTING_MISSING', (events) => [...events, { ...adjourned, sitting: 2 }, adjourned]],
  ];

  it('accepts every lawful meeting', () => {
    fc.assert(
      fc.property(fc.gen(), (g) => expect(problemsOf(anyLawfulMeeting(g))).toEqual([])),
      { seed },
    );
  });

  it.each(sabotages)('refuses with %s what was spoilt that way', (code, spoil) => {
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const problems = problemsOf(spoil(anyLawfulMeeting(g)));
        expect(problems.map((each) => each.code)).toContain(code);
      }),
      { seed, numRuns: 30 },
    );
  });
});
