import { isQuorate, quorumOf, rosterOf, seatsTaken, type QuorumRule, type Villager } from './roster';

const twoThirds = { numerator: 2, denominator: 3 };
const rule = (seats: QuorumRule['seats']): QuorumRule => ({ seats, adultAge: 18, present: twoThirds });
const person = (personId: string, householdId: string, birthDate: string, representative = false): Villager => ({
  personId,
  householdId,
  birthDate,
  representative,
});

const on = '2015-11-06';
const village = [
  person('wei', 'h2', '1968-03-02', true),
  person('lan', 'h2', '1950-12-31'),
  person('luo', 'h1', '1997-11-06'),
  person('yin', 'h1', '1997-11-07'),
  person('wu', 'h3', '2001-01-01', true),
];

describe('who has a seat', () => {
  it('every household has one, which any of its grown members may take', () => {
    expect(rosterOf(rule('household-representatives'), village, on)).toEqual([
      { seat: 'h1', householdId: 'h1', holders: ['luo'] },
      { seat: 'h2', householdId: 'h2', holders: ['lan', 'wei'] },
    ]);
  });

  it('every villager has one from the day he is eighteen', () => {
    expect(rosterOf(rule('adults'), village, on).map(({ seat }) => seat)).toEqual(['lan', 'luo', 'wei']);
    expect(rosterOf(rule('adults'), village, '2015-11-07').map(({ seat }) => seat)).toContain('yin');
  });

  it("every elected representative has one in the village's meeting, and nobody else", () => {
    expect(rosterOf(rule('village-representatives'), village, on)).toEqual([
      { seat: 'wei', householdId: 'h2', holders: ['wei'] },
    ]);
  });

  it('counts two members of one household as one voice and a guest as none', () => {
    const seats = rosterOf(rule('household-representatives'), village, on);
    expect(seatsTaken(seats, ['wei', 'lan', 'guest']).map(({ seat }) => seat)).toEqual(['h2']);
    expect(seatsTaken(seats, ['guest'])).toEqual([]);
  });
});

describe('the quorum', () => {
  it.each([
    [32, 22, 21],
    [30, 20, 19],
    [31, 21, 20],
    [1, 1, 0],
  ])('of %i seats is %i, and %i are too few', (seats, enough, tooFew) => {
    expect(quorumOf(rule('adults'), seats)).toBe(enough);
    expect(isQuorate(rule('adults'), seats, enough)).toBe(true);
    expect(isQuorate(rule('adults'), seats, tooFew)).toBe(false);
  });

  it('is never there when nobody has a seat', () => {
    expect(isQuorate(rule('adults'), 0, 0)).toBe(false);
  });
});
