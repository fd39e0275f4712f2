import { luocheng2015, meetingOf, national2014, type MeetingFact } from '@jingzhun/identification-rules';
import { randomUUID } from 'node:crypto';
import {
  adjournmentOf,
  assertMayRecord,
  attendanceOf,
  conveningOf,
  laidBefore,
  meetingTerms,
  neighbouring,
  protocolOf,
  recordOf,
  referralsOf,
  recusalsOf,
  rosterEvents,
  sittingNow,
  sittingToConvene,
  strikeOf,
  votesOf,
  type EarlierVerdict,
} from './meeting.rules';

const [one, other, third] = [randomUUID(), randomUUID(), randomUUID()];
const open = { kind: 'group', state: 'open', version: 3 } as const;
const secretary = { roles: ['groupSecretary'], version: 3 };
const convened = (sitting: number): MeetingFact => ({
  ...{ sequence: sitting * 10, kind: 'convened', sitting },
  ...{ on: '2015-11-06', place: '祠堂', noticeOn: '2015-11-05' },
});
const adjourned = (sitting: number): MeetingFact => ({
  ...{ sequence: sitting * 10 + 1, kind: 'adjourned', sitting },
  ...{ to: '2015-11-10', reason: '人数不足' },
});

describe('who records a meeting', () => {
  it('is the secretary of the unit, while it is open, at the version he read', () => {
    expect(() => assertMayRecord(open, secretary)).not.toThrow();
    expect(() =>
      assertMayRecord({ ...open, kind: 'village' }, { ...secretary, roles: ['villageSecretary'] }),
    ).not.toThrow();
    expect(() => assertMayRecord(open, { ...secretary, kind: 'village' })).toThrow('no such village sitting');
    expect(() => assertMayRecord(open, { ...secretary, roles: ['villageSecretary'] })).toThrow('by the groupSecretary');
    expect(() => assertMayRecord({ ...open, state: 'held' }, secretary)).toThrow('held already');
    expect(() => assertMayRecord(open, { ...secretary, version: 2 })).toThrow('changed');
  });

  it('goes by what the profile says of the unit', () => {
    expect(meetingTerms(luocheng2015, 'group').quorum.seats).toBe('household-representatives');
    expect(meetingTerms(luocheng2015, 'village').quorum.seats).toBe('village-representatives');
    expect(() => meetingTerms(national2014, 'group')).toThrow('does not say how a group meets');
  });
});

describe('the number of a sitting', () => {
  it('is one more after an adjournment, and the same when a convening is corrected', () => {
    expect(sittingToConvene(meetingOf([]))).toBe(1);
    expect(sittingToConvene(meetingOf([convened(1)]))).toBe(1);
    expect(sittingToConvene(meetingOf([convened(1), adjourned(1)]))).toBe(2);
  });

  it('is that of the last convened one for all that is recorded', () => {
    expect(() => sittingNow(meetingOf([]))).toThrow('Convene the sitting first');
    expect(sittingNow(meetingOf([convened(1), adjourned(1)]))).toBe(1);
    expect(sittingNow(meetingOf([convened(1), adjourned(1), convened(2)]))).toBe(2);
  });
});

describe('the roster', () => {
  const villagers = [
    { personId: one, householdId: 'h1', birthDate: '1970-01-01', representative: false },
    { personId: other, householdId: 'h2', birthDate: '1970-01-01', representative: true },
    { personId: third, householdId: 'h2', birthDate: '2010-01-01', representative: false },
  ];
  const kinships = [
    { personId: one, relativeId: other, relation: 'sibling' },
    { personId: one, relativeId: third, relation: 'friend' },
  ];

  it('seats the grown, and bars kin from the households of each other', () => {
    expect(rosterEvents(luocheng2015.meetings.group!, { villagers, kinships }, '2015-11-06')).toEqual([
      { kind: 'seated', seat: 'h1', householdId: 'h1', holders: [one] },
      { kind: 'seated', seat: 'h2', householdId: 'h2', holders: [other] },
      { kind: 'recused', personId: one, householdId: 'h2', ground: 'register', relation: 'sibling' },
      { kind: 'recused', personId: other, householdId: 'h1', ground: 'register', relation: 'sibling' },
    ]);
  });

  it('bars nobody who has no seat', () => {
    expect(rosterEvents(luocheng2015.meetings.village!, { villagers, kinships }, '2015-11-06')).toEqual([
      { kind: 'seated', seat: other, householdId: 'h2', holders: [other] },
      { kind: 'recused', personId: other, householdId: 'h1', ground: 'register', relation: 'sibling' },
    ]);
  });
});

describe('what is recorded', () => {
  const count = { for: 3, against: 1, abstain: 0 };

  it('names days that are days', () => {
    const convening = { on: '2015-11-06', place: '祠堂', noticeOn: '2015-11-05' };
    expect(conveningOf(1, convening)).toEqual([{ kind: 'convened', sitting: 1, ...convening }]);
    for (const wrong of ['2015-02-30', '6 Nov', '', '2015-11-6'])
      expect(() => conveningOf(1, { ...convening, on: wrong })).toThrow('written YYYY-MM-DD');
    expect(() => conveningOf(1, { ...convening, noticeOn: '2015-13-01' })).toThrow('written YYYY-MM-DD');
    expect(() => adjournmentOf(1, { to: '2015-11-31', reason: '天黑' })).toThrow('written YYYY-MM-DD');
  });

  it('names records, and never a name in their place', () => {
    const vote = { householdId: 'Wang', ...count };
    expect(() => attendanceOf(1, ['Wang'])).toThrow('not the identifier');
    expect(() => votesOf(1, { votes: [vote] })).toThrow('not the identifier');
    expect(() => votesOf(1, { votes: [], rest: { ...count, except: ['Wang'] } })).toThrow('not the identifier');
    expect(() => referralsOf([{ householdId: 'Wang', reason: 'Kin.' }])).toThrow('not the identifier');
    expect(() => recusalsOf([{ personId: one, householdId: 'Wang', relation: 'parent' }])).toThrow(
      'not the identifier',
    );
    const signatures = [{ as: 'chair' as const, personId: 'Wang' }];
    expect(() => recordOf(1, { minutes: '', photos: [], signatures })).toThrow('not the identifier');
  });

  it('gives a reason for an adjournment and a referral, and a relation for a recusal', () => {
    expect(() => adjournmentOf(1, { to: '2015-11-10', reason: ' ' })).toThrow('Say why');
    expect(() => referralsOf([{ householdId: one, reason: '' }])).toThrow('Say why');
    expect(() => recusalsOf([{ personId: one, householdId: other, relation: ' ' }])).toThrow('related');
  });

  it('counts a person once, and a household once in one protocol', () => {
    expect(attendanceOf(2, [one, one])).toEqual([{ kind: 'attended', sitting: 2, personId: one }]);
    const vote = { householdId: one, ...count };
    expect(() => votesOf(1, { votes: [vote, vote] })).toThrow('voted on twice');
  });

  it('keeps the picture of a signature with it, and no empty minutes', () => {
    const signatures = [{ as: 'chair' as const, personId: one, fileId: other }];
    expect(recordOf(1, { minutes: ' ', photos: [third], signatures })).toEqual([
      { kind: 'photographed', sitting: 1, fileId: third },
      { kind: 'signed', sitting: 1, as: 'chair', personId: one, fileId: other },
    ]);
  });

  it('holds everything that a protocol says', () => {
    const events = protocolOf(1, {
      attendance: [one],
      recusals: [{ personId: one, householdId: other, relation: 'child' }],
      votes: [{ householdId: other, ...count, reason: '新房' }],
      rest: { ...count, except: [third] },
      referrals: [{ householdId: third, reason: '均须回避' }],
      minutes: '逐户评议。',
      photos: [],
      signatures: [],
      adjournment: { to: '2015-11-10', reason: '天黑' },
    });
    expect(events).toEqual([
      { kind: 'attended', sitting: 1, personId: one },
      { kind: 'recused', personId: one, householdId: other, ground: 'declared', relation: 'child' },
      { kind: 'voted', sitting: 1, householdId: other, ...count, reason: '新房' },
      { kind: 'voted-on-the-rest', sitting: 1, ...count, except: [third] },
      { kind: 'referred', householdId: third, reason: '均须回避' },
      { kind: 'minutes-taken', sitting: 1, text: '逐户评议。' },
      { kind: 'adjourned', sitting: 1, to: '2015-11-10', reason: '天黑' },
    ]);
  });

  it('may be struck, but for what was laid before the meeting and a striking itself', () => {
    const facts: MeetingFact[] = [
      { sequence: 1, kind: 'laid', householdId: one, assessment: 'sheet', confirmedIn: null },
      convened(1),
      { sequence: 11, kind: 'struck', fact: 10, reason: 'Wrong day.' },
    ];
    expect(strikeOf(facts, { fact: 10, reason: 'Wrong day.' })).toEqual([
      { kind: 'struck', fact: 10, reason: 'Wrong day.' },
    ]);
    for (const fact of [1, 11, 12]) expect(() => strikeOf(facts, { fact, reason: 'No.' })).toThrow(`no fact ${fact}`);
    expect(() => strikeOf(facts, { fact: 10, reason: ' ' })).toThrow('Say why');
  });
});

describe('a household that comes before a meeting again', () => {
  const before: EarlierVerdict = {
    ...{ householdId: one, assessment: 'sheet 40', verdict: 'confirmed', confirmedIn: null, round: 1 },
  };
  const again = (earlier: Partial<EarlierVerdict>, assessment = 'sheet 40') =>
    laidBefore([{ ...before, ...earlier }], [{ householdId: one, assessment }]).map(({ confirmedIn }) => confirmedIn);

  it('keeps its verdict while nothing was touched, and loses it with any change', () => {
    expect(again({})).toEqual([1]);
    expect(again({}, 'sheet 41')).toEqual([null]);
    expect(again({ verdict: 'returned' })).toEqual([null]);
    expect(again({ verdict: 'referred' })).toEqual([null]);
  });

  it('names the round that confirmed it, however often it came since', () => {
    expect(again({ round: 3, confirmedIn: 1 })).toEqual([1]);
  });

  it('is new where no meeting has seen it', () => {
    expect(laidBefore([], [{ householdId: one, assessment: 'none' }])).toEqual([
      { householdId: one, assessment: 'none', confirmedIn: null },
    ]);
  });
});

describe('the groups of a village', () => {
  it('are each compared with all the others', () => {
    const groups = ['001', '002', '003'].map((group) => ({ group, name: group, scores: [40] }));
    expect(neighbouring(groups).map(({ neighbours }) => neighbours)).toEqual([
      ['002', '003'],
      ['001', '003'],
      ['001', '002'],
    ]);
  });
});
