import fc from 'fast-check';
import { matchRecord, type DepartmentRecord, type MatchablePerson } from './record-match';

const seed = 20151125;

const person = (memberId: string, name: string, areaCode: string): MatchablePerson => ({
  memberId,
  householdId: `h-${memberId}`,
  idIndex: `index of ${memberId}`,
  name,
  areaCode,
});
const people = [
  person('m1', '罗小明', '451225105214001'),
  person('m2', '罗小明', '451225105214002'),
  person('m3', '罗小明', '451225204210001'),
  person('m4', '韦大山', '451225105214001'),
];
const found = (record: DepartmentRecord, minimum = 0.01) =>
  matchRecord(record, people, minimum).map(({ memberId, confidence }) => [
    memberId,
    Math.round(confidence * 100) / 100,
  ]);

describe('a record of another department', () => {
  it('is about the member who has its identity number, whatever the name', () => {
    expect(matchRecord({ idIndex: 'index of m3', name: '别人', areaCode: '451225105' }, people, 0.5)).toEqual([
      { memberId: 'm3', householdId: 'h-m3', by: 'identity', confidence: 1 },
    ]);
  });

  it('is about nobody here when nobody has its number, even if the name is the same', () => {
    expect(found({ idIndex: 'index of a stranger', name: '罗小明', areaCode: '451225105214001' })).toEqual([]);
  });

  it('is matched by name and place when it has no number, the nearer the surer', () => {
    expect(found({ name: '韦大山', areaCode: '451225105214001' })).toEqual([['m4', 0.9]]);
    expect(found({ name: '韦大山', areaCode: '451225105214' })).toEqual([['m4', 0.8]]);
    expect(found({ name: '韦大山', areaCode: '451225105214009' })).toEqual([['m4', 0.8]]);
    expect(found({ name: '韦大山', areaCode: '451225105' })).toEqual([['m4', 0.5]]);
    expect(found({ name: '韦大山', areaCode: '451225' })).toEqual([['m4', 0.2]]);
    expect(found({ name: '韦大山', areaCode: '451226' })).toEqual([]);
  });

  it('says the less the more members share the name as near', () => {
    expect(found({ name: '罗小明', areaCode: '451225105214001' })).toEqual([
      ['m1', 0.9],
      ['m2', 0.4],
      ['m3', 0.07],
    ]);
    expect(found({ name: '罗小明', areaCode: '451225105214' })).toEqual([
      ['m1', 0.4],
      ['m2', 0.4],
      ['m3', 0.07],
    ]);
  });

  it('is left out below the confidence the profile wants, and kept at it', () => {
    expect(found({ name: '罗小明', areaCode: '451225105214001' }, 0.5)).toEqual([['m1', 0.9]]);
    expect(found({ name: '韦大山', areaCode: '451225105' }, 0.5)).toEqual([['m4', 0.5]]);
  });

  it('is matched whatever the spaces and the dot in the name', () => {
    expect(found({ name: ' 韦 大　山 ', areaCode: '451225105214001' })).toEqual([['m4', 0.9]]);
    expect(found({ name: '韦·大山', areaCode: '451225105214001' })).toEqual([['m4', 0.9]]);
  });

  it('matches nobody without a name, a place or a code that is one', () => {
    expect(found({ areaCode: '451225105' })).toEqual([]);
    expect(found({ name: '  ', areaCode: '451225105' })).toEqual([]);
    const nameless = [person('m9', ' ', '451225105214001')];
    expect(matchRecord({ name: '', areaCode: '451225105214001' }, nameless, 0.01)).toEqual([]);
    expect(matchRecord({ areaCode: '451225105214001' }, nameless, 0.01)).toEqual([]);
    expect(found({ name: '韦大山' })).toEqual([]);
    expect(found({ name: '韦大山', areaCode: '4512' })).toEqual([]);
  });
});

describe(`records, for any county (seed ${seed})`, () => {
  const areaCodes = fc
    .tuple(fc.constantFrom('100', '105'), fc.constantFrom('201', '214'), fc.constantFrom('001', '002'))
    .map((parts) => `451225${parts.join('')}`);
  const anyPeople = fc
    .array(fc.tuple(fc.constantFrom('罗一', '韦二'), areaCodes), { maxLength: 8 })
    .map((all) => all.map(([name, areaCode], place) => person(`m${place}`, name, areaCode)));

  it('are matched with confidence between the least wanted and one, the surest first', () => {
    fc.assert(
      fc.property(
        anyPeople,
        areaCodes,
        fc.constantFrom(6, 9, 12, 15),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (all, code, length, least) => {
          const matches = matchRecord({ name: '罗一', areaCode: code.slice(0, length) }, all, least);
          const confidences = matches.map(({ confidence }) => confidence);
          expect(confidences).toEqual([...confidences].sort((one, other) => other - one));
          for (const { confidence, memberId, by } of matches) {
            expect(by).toBe('name-and-place');
            expect(confidence).toBeGreaterThanOrEqual(least);
            expect(confidence).toBeLessThan(1);
            expect(all.find((each) => each.memberId === memberId)?.name).toBe('罗一');
          }
        },
      ),
      { seed },
    );
  });
});
