import { commonArea, countsOf, lineDigits, linesOf, type Cell } from './board.rules';

const cells: Cell[] = [
  { line: '451225101', state: 'atRisk', clocks: 1, households: 1 },
  { line: '451225100', state: 'onTrack', clocks: 2, households: 2 },
  { line: '451225100', state: 'waiting', clocks: 1, households: 30 },
];

describe('the board', () => {
  it('shows every line with all four states, in the order of the lines', () => {
    expect(linesOf(cells)).toEqual([
      {
        line: '451225100',
        counts: {
          onTrack: { clocks: 2, households: 2 },
          atRisk: { clocks: 0, households: 0 },
          breached: { clocks: 0, households: 0 },
          waiting: { clocks: 1, households: 30 },
        },
      },
      expect.objectContaining({ line: '451225101' }),
    ]);
  });

  it('adds the lines up', () => {
    const { onTrack, atRisk, breached, waiting } = countsOf(cells);
    expect([onTrack, atRisk, breached, waiting].map(({ households }) => households)).toEqual([2, 1, 0, 30]);
  });

  it.each([
    [['451225'], '451225', 9],
    [['451225100001001', '451225100001002'], '451225100001', 15],
    [['451225100001001', '451225101'], '451225', 9],
    [['451225100001001'], '451225100001001', 15],
    [['451225', '450000'], undefined, 6],
    [[], undefined, 6],
  ])('of %j begins at %s', (areas, area, digits) => {
    expect(commonArea(areas)).toBe(area);
    expect(lineDigits(area)).toBe(digits);
  });
});
