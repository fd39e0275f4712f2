import fc from 'fast-check';
import { meetingOf, type MeetingEvent } from './meeting';
import { tallyOf } from './meeting-tally';
import {
  anyLawfulMeeting,
  attended,
  convened,
  laid,
  meetingFrom,
  ordinary,
  recorded,
  rule,
  voted,
} from './testing/meetings';

const seed = 20151125;

describe('the record of a meeting', () => {
  it('holds what each fact told, and plain data only', () => {
    const meeting = meetingFrom([
      { kind: 'laid', householdId: 'h2', assessment: 'sheet-2', confirmedIn: 1 },
      { kind: 'laid', householdId: 'h1', assessment: 'sheet-1', confirmedIn: null },
      { kind: 'seated', seat: 'h2', householdId: 'h2', holders: ['wei'] },
      { kind: 'seated', seat: 'h1', householdId: 'h1', holders: ['luo', 'yin'] },
      { kind: 'recused', personId: 'wei', householdId: 'h1', ground: 'declared', relation: '舅甥' },
      { kind: 'referred', householdId: 'h2', reason: '全为亲属' },
      { kind: 'referred', householdId: 'h1', reason: '无人可表决' },
      { kind: 'convened', sitting: 2, on: '2015-11-10', place: '晒谷坪', noticeOn: '2015-11-06' },
      convened,
      ...attended(1, 'wei', 'luo'),
      voted(1, 'h1', [1, 0, 2], '面积有误'),
      { kind: 'voted-on-the-rest', sitting: 1, except: ['h9', 'h1'], for: 3, against: 1, abstain: 2 },
      { kind: 'minutes-taken', sitting: 1, text: '记录' },
      { kind: 'photographed', sitting: 1, fileId: 'p2' },
      { kind: 'photographed', sitting: 1, fileId: 'p1' },
      { kind: 'signed', sitting: 1, as: 'recorder', personId: 'wei' },
      { kind: 'signed', sitting: 1, as: 'chair', personId: 'wei' },
      { kind: 'adjourned', sitting: 1, to: '2015-11-10', reason: '下雨' },
    ]);
    expect(meeting).toEqual({
      households: [
        { householdId: 'h1', assessment: 'sheet-1', confirmedIn: null },
        { householdId: 'h2', assessment: 'sheet-2', confirmedIn: 1 },
      ],
      seats: [
        { seat: 'h1', householdId: 'h1', holders: ['luo', 'yin'] },
        { seat: 'h2', householdId: 'h2', holders: ['wei'] },
      ],
      recusals: [{ personId: 'wei', householdId: 'h1', ground: 'declared', relation: '舅甥' }],
      referrals: [
        { householdId: 'h1', reason: '无人可表决' },
        { householdId: 'h2', reason: '全为亲属' },
      ],
      sittings: [
        {
          sitting: 1,
          convening: { on: '2015-11-06', place: '村部', noticeOn: '2015-11-03' },
          attendance: ['luo', 'wei'],
          votes: [{ householdId: 'h1', for: 1, against: 0, abstain: 2, reason: '面积有误' }],
          rest: { for: 3, against: 1, abstain: 2, except: ['h1', 'h9'] },
          minutes: '记录',
          photos: ['p1', 'p2'],
          signatures: [
            { as: 'chair', personId: 'wei' },
            { as: 'recorder', personId: 'wei' },
          ],
          adjournment: { to: '2015-11-10', reason: '下雨' },
        },
        {
          sitting: 2,
          convening: { on: '2015-11-10', place: '晒谷坪', noticeOn: '2015-11-06' },
          attendance: [],
          votes: [],
          rest: null,
          minutes: '',
          photos: [],
          signatures: [],
          adjournment: null,
        },
      ],
    });
    expect(JSON.parse(JSON.stringify(meeting))).toEqual(meeting);
  });

  it('is empty without facts', () => {
    expect(meetingOf([])).toEqual({ households: [], seats: [], recusals: [], referrals: [], sittings: [] });
  });

  it('knows a sitting that was never convened', () => {
    expect(meetingFrom(attended(1, 'wei')).sittings).toMatchObject([{ sitting: 1, convening: null }]);
  });

  it('counts the last record of a vote, whatever order the facts come in', () => {
    const facts = recorded([voted(1, 'h1', [3, 0, 0]), voted(1, 'h1', [2, 1, 0])]);
    for (const each of [facts, [...facts].reverse()])
      expect(meetingOf(each).sittings[0]?.votes).toMatchObject([{ for: 2, against: 1 }]);
  });

  it('tells the votes of one household in two sittings apart', () => {
    const { sittings } = meetingFrom([voted(1, 'h1', [3, 0, 0]), voted(2, 'h1', [2, 1, 0])]);
    expect(sittings.map(({ votes }) => votes[0]?.for)).toEqual([3, 2]);
  });

  it('no longer has a household that was withdrawn, until it is laid again', () => {
    const withdrawn: MeetingEvent = { kind: 'withdrawn', householdId: 'h1', reason: '线索核查中' };
    expect(meetingFrom([...laid(2), withdrawn]).households).toMatchObject([{ householdId: 'h2' }]);
    expect(meetingFrom([...laid(2), withdrawn, ...laid(1)]).households).toHaveLength(2);
  });

  it('leaves out what was struck, and what was struck does not come back by striking again', () => {
    const facts = recorded([
      ...attended(1, 'wei', 'luo'),
      { kind: 'struck', fact: 1, reason: '误记' },
      { kind: 'struck', fact: 3, reason: '误记' },
    ]);
    expect(meetingOf(facts).sittings[0]?.attendance).toEqual(['luo']);
  });
});

describe(`the record, for any meeting (seed ${seed})`, () => {
  it('comes to the same meeting and tally in any order of its facts, and when some come twice', () => {
    fc.assert(
      fc.property(fc.gen(), fc.infiniteStream(fc.nat()), (g, random) => {
        const facts = recorded(anyLawfulMeeting(g));
        const meeting = meetingOf(facts);
        const twice = [...facts, ...facts.filter((_, place) => place % 3 === 0)];
        const shuffled = twice
          .map((fact) => ({ fact, at: random.next().value ?? 0 }))
          .sort((one, other) => one.at - other.at)
          .map(({ fact }) => fact);
        expect(meetingOf(shuffled)).toEqual(meeting);
        expect(tallyOf(meetingOf(shuffled), rule)).toEqual(tallyOf(meeting, rule));
      }),
      { seed },
    );
  });

  it('is what it would be if a struck fact had never been recorded', () => {
    fc.assert(
      fc.property(fc.gen(), fc.nat(), (g, chosen) => {
        const facts = recorded(anyLawfulMeeting(g));
        const fact = facts[chosen % facts.length]!.sequence;
        const struck = meetingOf([{ kind: 'struck', sequence: facts.length + 1, fact, reason: '误记' }, ...facts]);
        expect(struck).toEqual(meetingOf(facts.filter(({ sequence }) => sequence !== fact)));
      }),
      { seed },
    );
  });

  it('is not changed by what happens to it: facts are left as they were', () => {
    const facts = recorded(ordinary());
    const before = JSON.stringify(facts);
    meetingOf([...facts].reverse());
    meetingOf(facts);
    expect(JSON.stringify(facts)).toBe(before);
  });
});
