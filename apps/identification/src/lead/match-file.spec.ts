import { idNumberOf } from '@jingzhun/identification-rules';
import { MatchFile } from './match-file';

const county = '451225';
const idNumber = idNumberOf(`${county}19700101001`);
/** The last digit checks the others. */
const mistyped = idNumber.slice(0, 17) + (idNumber.endsWith('2') ? '3' : '2');
const begin = ['match', '1', 'vehicles'];
const record = ['record', 'K1', idNumber, '', '', 'car', '2014-06-01'];
const changed = (place: number, cell: string) => record.map((each, index) => (index === place ? cell : each));

function problemsOf(...lines: string[][]): (string | undefined)[] {
  const file = new MatchFile(county);
  return lines.map((cells) => file.take(cells));
}

describe('a match file', () => {
  it('is a source, records and their count', () => {
    const file = new MatchFile(county);
    const byName = ['record', 'K2', '', '罗 金', '451225100201', 'van', ''];
    for (const cells of [begin, record, byName, ['end', '2']]) expect(file.take(cells)).toBeUndefined();
    expect(file.missing()).toBeUndefined();
    expect(file.source).toBe('vehicles');
    expect(file.lines).toEqual([
      { record: 'K1', idNumber, subject: 'car', assetAcquiredOn: '2014-06-01' },
      { record: 'K2', name: '罗 金', areaCode: '451225100201', subject: 'van' },
    ]);
  });

  it.each([
    ['a record without a number of its own', changed(1, ''), 'number of its own'],
    ['a number that is no identity number', changed(2, mistyped), 'identity number'],
    ['nobody it could be about', changed(2, ''), 'neither'],
    ['a place in another county', changed(4, '450124100'), 'of the county'],
    ['no subject', changed(5, ''), 'what the record is about'],
    ['a day that does not exist', changed(6, '2014-02-30'), 'YYYY-MM-DD'],
    ['a cell too many', [...record, ''], '6 cells'],
    ['another kind', ['vehicle', 'K1'], 'not a kind of record'],
  ])('is refused for %s', (_, cells, problem) => {
    expect(problemsOf(begin, cells)[1]).toContain(problem);
  });

  it('is refused when it is cut off, miscounted, or of a source that nobody knows', () => {
    const file = new MatchFile(county);
    file.take(begin);
    expect(file.missing()).toContain('cut off');
    expect(file.take(['end', '3'])).toContain('says 3 records, the file has 0');
    expect(problemsOf(['match', '1', 'gossip'])[0]).toContain('"gossip" is not one of');
    expect(problemsOf(['match', '2', 'vehicles'])[0]).toContain('version 2');
    expect(problemsOf(record)[0]).toContain('must begin');
    expect(problemsOf(begin, record, record)[2]).toContain('came before');
    expect(problemsOf(begin, begin)[1]).toContain('second match record');
    expect(problemsOf(begin, ['end', '0'], record)[2]).toContain('nothing may follow');
  });

  it('never repeats a cell that may hold a number or a name', () => {
    const problems = problemsOf(begin, changed(2, mistyped), changed(4, idNumber));
    expect(problems.join()).not.toMatch(/\d{12}/);
  });
});
