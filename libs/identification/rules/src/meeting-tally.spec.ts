import fc from 'fast-check';
import type { Count, MeetingEvent } from './meeting';
import { isPossible, laidAgain, tallyOf, type TallyRule } from './meeting-tally';
import {
  anyLawfulMeeting,
  attended,
  convened,
  laid,
  meetingFrom,
  names,
  rule,
  seated,
  voted,
} from './testing/meetings';

const seed = 20151125;

const men = (count: number) => names(count).map((id) => `${id}-man`);
/** A group of `households` in which the men of the first `present` are there. */
const sitting = (households: number, present: number, ...events: MeetingEvent[]) =>
  meetingFrom([...laid(households), ...seated(households), convened, ...attended(1, ...men(present)), ...events]);
const ballotOn = (householdId: string, meeting: ReturnType<typeof sitting>, by: TallyRule = rule) =>
  tallyOf(meeting, by).ballots.find((ballot) => ballot.householdId === householdId);
const rest = (count: Count, ...except: string[]): MeetingEvent => ({
  kind: 'voted-on-the-rest',
  sitting: 1,
  except,
  ...count,
});
const recused = (personId: string, householdId: string): MeetingEvent => ({
  kind: 'recused',
  personId,
  householdId,
  ground: 'declared',
  relation: '兄弟',
});

describe('the presence', () => {
  it('counts seats taken, seats needed and the quorum', () => {
    expect(tallyOf(sitting(6, 4), rule).presence).toEqual([
      { sitting: 1, seats: 6, taken: 4, needed: 4, quorate: true },
    ]);
    expect(tallyOf(sitting(6, 3), rule).presence).toMatchObject([{ taken: 3, quorate: false }]);
  });
});

describe('a vote on one household', () => {
  it('confirms it with the majority of those who are there and may vote', () => {
    expect(ballotOn('h1', sitting(6, 6, voted(1, 'h1', [3, 1, 1])))).toEqual({
      householdId: 'h1',
      assessment: 'sheet-1',
      verdict: 'confirmed',
      by: 'itself',
      confirmedIn: null,
      sitting: 1,
      entitled: 5,
      barred: ['h1'],
      for: 3,
      against: 1,
      abstain: 1,
      reason: null,
    });
  });

  it('returns it when just half of them are for it', () => {
    const meeting = sitting(6, 5, voted(1, 'h6', [2, 2, 1], '猪舍未计'), voted(1, 'h1', [2, 2, 0], '面积有误'));
    expect(ballotOn('h1', meeting)).toMatchObject({ verdict: 'returned', by: 'itself', reason: '面积有误' });
    expect(ballotOn('h6', meeting)).toMatchObject({ verdict: 'returned', entitled: 5, barred: [] });
  });

  it('leaves abstentions out where the rule counts only votes cast', () => {
    const meeting = sitting(6, 6, voted(1, 'h1', [2, 1, 2]));
    expect(ballotOn('h1', meeting)).toMatchObject({ verdict: 'returned' });
    const cast: TallyRule = { ...rule, vote: { ...rule.vote, of: 'cast' } };
    expect(ballotOn('h1', meeting, cast)).toMatchObject({ verdict: 'confirmed' });
    expect(ballotOn('h1', sitting(6, 6, voted(1, 'h1', [2, 2, 1])), cast)).toMatchObject({ verdict: 'returned' });
    expect(ballotOn('h1', sitting(6, 6, voted(1, 'h1', [0, 0, 5])), cast)).toMatchObject({ verdict: 'returned' });
  });

  it('bars kin that are there, and not kin that stayed away', () => {
    const votes = [recused('h2-man', 'h1'), recused('h3-wife', 'h1'), voted(1, 'h1', [2, 0, 0])];
    expect(ballotOn('h1', sitting(6, 4, ...votes))).toMatchObject({
      entitled: 2,
      barred: ['h1', 'h2'],
      verdict: 'confirmed',
    });
  });

  it('bars a seat when only one of its two holders there is kin', () => {
    const meeting = sitting(6, 4, recused('h2-wife', 'h1'), ...attended(1, 'h2-wife'), voted(1, 'h1', [2, 0, 0]));
    expect(ballotOn('h1', meeting)).toMatchObject({ barred: ['h1', 'h2'] });
  });

  it('is void, and decides nothing, with one hand too many', () => {
    expect(ballotOn('h1', sitting(6, 5, voted(1, 'h1', [4, 0, 0])))).toMatchObject({ verdict: 'confirmed' });
    expect(ballotOn('h1', sitting(6, 5, voted(1, 'h1', [4, 0, 1])))).toMatchObject({
      verdict: 'undecided',
      by: null,
      sitting: null,
      entitled: 0,
      barred: [],
    });
  });

  it('decides nothing without a quorum', () => {
    expect(ballotOn('h6', sitting(6, 3, voted(1, 'h6', [3, 0, 0])))).toMatchObject({ verdict: 'undecided' });
  });

  it.each([
    [{ for: 1, against: 1, abstain: 1 }, 3, true],
    [{ for: 0, against: 0, abstain: 0 }, 0, true],
    [{ for: 2, against: 1, abstain: 1 }, 3, false],
    [{ for: 1.5, against: 0, abstain: 0 }, 3, false],
    [{ for: 3, against: -1, abstain: 0 }, 3, false],
  ])('with the hands %j is possible among %i voters: %s', (count, voters, possible) => {
    expect(isPossible(count, voters)).toBe(possible);
  });
});

describe('one vote on the rest', () => {
  it('confirms every household that the hands of those barred from it could not have carried', () => {
    const meeting = sitting(6, 6, rest({ for: 4, against: 1, abstain: 1 }), recused('h2-man', 'h1'));
    expect(ballotOn('h3', meeting)).toMatchObject({
      verdict: 'confirmed',
      by: 'the-rest',
      entitled: 5,
      for: 3,
      against: 1,
      abstain: 1,
    });
    // Two of the four hands may have been those of h1 itself and of its kin.
    expect(ballotOn('h1', meeting)).toMatchObject({ verdict: 'undecided', for: 0 });
  });

  it('leaves out the exceptions and what was voted on by itself', () => {
    const meeting = sitting(6, 6, rest({ for: 6, against: 0, abstain: 0 }, 'h1'), voted(1, 'h2', [1, 4, 0], '有车'));
    expect(ballotOn('h1', meeting)).toMatchObject({ verdict: 'undecided' });
    expect(ballotOn('h2', meeting)).toMatchObject({ verdict: 'returned', by: 'itself' });
    expect(ballotOn('h3', meeting)).toMatchObject({ verdict: 'confirmed', by: 'the-rest' });
  });

  it('does not save a household whose own vote is void', () => {
    const meeting = sitting(6, 6, rest({ for: 6, against: 0, abstain: 0 }), voted(1, 'h2', [9, 0, 0]));
    expect(ballotOn('h2', meeting)).toMatchObject({ verdict: 'undecided' });
  });

  it('is void with more hands than seats taken', () => {
    expect(ballotOn('h1', sitting(6, 6, rest({ for: 6, against: 0, abstain: 1 })))).toMatchObject({
      verdict: 'undecided',
    });
  });

  it('returns nothing: what it does not carry is voted on by itself', () => {
    expect(ballotOn('h1', sitting(6, 6, rest({ for: 0, against: 6, abstain: 0 })))).toMatchObject({
      verdict: 'undecided',
    });
  });
});

describe('a household on which nobody may vote', () => {
  const kin = ['h1', 'h2', 'h3', 'h4'].map((id) => recused(`${id}-man`, 'h6'));
  const referral = { kind: 'referred', householdId: 'h6', reason: '全组均为亲属' } as const;

  it('is undecided until it is referred to the meeting above', () => {
    expect(ballotOn('h6', sitting(6, 4, ...kin))).toMatchObject({ verdict: 'undecided' });
    const other: MeetingEvent = { ...referral, householdId: 'h1' };
    expect(ballotOn('h6', sitting(6, 4, ...kin, other))).toMatchObject({ verdict: 'undecided' });
    expect(ballotOn('h6', sitting(6, 4, ...kin, referral))).toMatchObject({
      verdict: 'referred',
      by: null,
      sitting: 1,
      entitled: 0,
      barred: ['h1', 'h2', 'h3', 'h4'],
      reason: '全组均为亲属',
    });
  });

  it('cannot be referred as long as one seat may vote', () => {
    expect(ballotOn('h6', sitting(6, 5, ...kin, referral))).toMatchObject({ verdict: 'undecided' });
  });
});

describe('a second sitting', () => {
  const first = [voted(1, 'h1', [4, 0, 0]), voted(1, 'h2', [9, 0, 0])];

  it('decides what the first did not, and nothing that it did', () => {
    const meeting = sitting(
      6,
      5,
      ...first,
      { ...convened, sitting: 2, on: '2015-11-10' },
      ...attended(2, ...men(6)),
      voted(2, 'h1', [0, 5, 0], '改变主意'),
      voted(2, 'h2', [5, 0, 0]),
    );
    expect(ballotOn('h1', meeting)).toMatchObject({ verdict: 'confirmed', sitting: 1 });
    expect(ballotOn('h2', meeting)).toMatchObject({ verdict: 'confirmed', sitting: 2 });
  });

  it('counts with its own attendance', () => {
    const meeting = sitting(6, 2, voted(1, 'h1', [1, 0, 0]), ...attended(2, ...men(6)), voted(2, 'h1', [5, 0, 0]));
    expect(tallyOf(meeting, rule).presence.map(({ quorate }) => quorate)).toEqual([false, true]);
    expect(ballotOn('h1', meeting)).toMatchObject({ sitting: 2, entitled: 5 });
  });
});

describe('the round of an amended list', () => {
  const firstRound = () =>
    tallyOf(sitting(6, 6, rest({ for: 6, against: 0, abstain: 0 }, 'h2'), voted(1, 'h3', [0, 5, 0], '有车')), rule);
  const again = () =>
    laidAgain({ round: 1, ballots: firstRound().ballots }, [
      { householdId: 'h1', assessment: 'sheet-1' },
      { householdId: 'h2', assessment: 'sheet-1' },
      { householdId: 'h3', assessment: 'sheet-1' },
      { householdId: 'h4', assessment: 'sheet-2' },
      { householdId: 'h7', assessment: 'sheet-1' },
    ]);

  it('keeps the verdict of households that are untouched, and lays the others again', () => {
    expect(again()).toEqual([
      { householdId: 'h1', assessment: 'sheet-1', confirmedIn: 1 },
      { householdId: 'h2', assessment: 'sheet-1', confirmedIn: null },
      { householdId: 'h3', assessment: 'sheet-1', confirmedIn: null },
      { householdId: 'h4', assessment: 'sheet-2', confirmedIn: null },
      { householdId: 'h7', assessment: 'sheet-1', confirmedIn: null },
    ]);
  });

  it('needs no vote on what stands, and remembers the round that decided it', () => {
    const meeting = { ...sitting(6, 0), households: again() };
    expect(ballotOn('h1', meeting)).toMatchObject({ verdict: 'confirmed', by: 'an-earlier-round', confirmedIn: 1 });
    const third = laidAgain({ round: 2, ballots: tallyOf(meeting, rule).ballots }, again());
    expect(third.map(({ confirmedIn }) => confirmedIn)).toEqual([1, null, null, null, null]);
  });

  it('does not let the earlier verdict be voted away', () => {
    const meeting = { ...sitting(6, 6, voted(1, 'h1', [0, 5, 0], '改变主意')), households: again() };
    expect(ballotOn('h1', meeting)).toMatchObject({ verdict: 'confirmed', confirmedIn: 1 });
  });
});

describe(`the tally, for any meeting (seed ${seed})`, () => {
  it('never counts more hands than seats that may vote, and confirms only with their majority and a quorum', () => {
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const { presence, ballots } = tallyOf(meetingFrom(anyLawfulMeeting(g)), rule);
        for (const ballot of ballots) {
          const { taken, quorate } = presence.find(({ sitting: each }) => each === ballot.sitting)!;
          expect(quorate).toBe(true);
          expect(ballot.entitled + ballot.barred.length).toBe(taken);
          expect(ballot.for + ballot.against + ballot.abstain).toBeLessThanOrEqual(ballot.entitled);
          expect(ballot.verdict === 'confirmed').toBe(ballot.for > ballot.entitled / 2);
        }
      }),
      { seed },
    );
  });

  it('confirms by a vote on the rest only what would be confirmed however those barred had raised their hands', () => {
    const hands = fc.record({ for: fc.nat(10), against: fc.nat(4), abstain: fc.nat(4) });
    const relatives = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 3 });
    fc.assert(
      fc.property(hands, relatives, fc.integer({ min: 6, max: 9 }), (count, kin, present) => {
        const meeting = sitting(9, present, rest(count), ...kin.map((each) => recused(`h${each}-man`, 'h1')));
        // h1 itself, and of its kin those who are there.
        const barred = new Set([1, ...kin.filter((each) => each <= present)]).size;
        const raised = count.for + count.against + count.abstain;
        const always = waysOf(count, barred).every((left) => 2 * left.for > present - barred);
        const isConfirmed = ballotOn('h1', meeting)?.verdict === 'confirmed';
        expect(isConfirmed).toBe(raised <= present && always);
      }),
      { seed },
    );
  });
});

/** What can be left of a count when `barred` hands are taken away, each raised for, against, as an abstention or not at all. */
function waysOf(count: Count, barred: number): Count[] {
  const ways: Count[] = [];
  for (let yes = 0; yes <= Math.min(barred, count.for); yes += 1)
    for (let no = 0; no <= Math.min(barred - yes, count.against); no += 1)
      for (let none = 0; none <= Math.min(barred - yes - no, count.abstain); none += 1)
        ways.push({ for: count.for - yes, against: count.against - no, abstain: count.abstain - none });
  return ways;
}
