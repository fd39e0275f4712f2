import { entrySheet, vetoWords } from './entry-sheet';

const { yes, no } = vetoWords;

describe('a row of the entry sheet', () => {
  it.each([
    ['a veto with its reason', { vetoed: yes, vetoReason: '有小汽车' }],
    ['no veto and no reason', { vetoed: no }],
    ['nothing yet, because it was left open', {}],
  ])('may have %s', (_, row) => {
    expect(entrySheet.checkRow(row)).toBeUndefined();
  });

  it('names its reason when it has a veto', () => {
    expect(entrySheet.checkRow({ vetoed: yes })).toEqual({
      key: 'vetoReason',
      code: 'VETO_WITHOUT_REASON',
      reason: 'A veto has no reason. Enter it.',
    });
  });

  it('has no reason of a veto that there is not', () => {
    expect(entrySheet.checkRow({ vetoed: no, vetoReason: '有小汽车' })).toEqual({
      key: 'vetoReason',
      code: 'REASON_WITHOUT_VETO',
      reason: 'There is the reason of a veto, but no veto. Correct one of the two.',
    });
  });
});

describe('the columns of the entry sheet', () => {
  it('leave to the clerk the total, the veto and its reason, and nothing else', () => {
    const open = entrySheet.columns.filter((column) => 'open' in column && column.open).map(({ key }) => key);
    expect(open).toEqual(['total', 'vetoed', 'vetoReason']);
  });

  it('know a household by its whole number', () => {
    const { pattern } = entrySheet.columns[0];
    expect(pattern.test('4512251002010010001')).toBe(true);
    for (const wrong of ['451225100201001000', '45122510020100100012', 'x4512251002010010001', '451225100201001000X'])
      expect({ wrong, known: pattern.test(wrong) }).toEqual({ wrong, known: false });
  });
});
