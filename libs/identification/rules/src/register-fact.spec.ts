import fc from 'fast-check';
import { ageOn, registerFacts, registerObservations } from './register-fact';
import { readingOf } from './reading';
import { memberFacts } from './facts/member';
import { plainMembers } from './testing/plain-household';

const seed = 20151125;
const on = '2015-10-16';

describe('the age of a member', () => {
  it.each([
    ['2000-10-16', 15],
    ['2000-10-17', 14],
    ['2000-10-15', 15],
    ['2000-11-01', 14],
    ['2000-09-30', 15],
    ['2015-10-16', 0],
    ['2016-02-01', 0],
  ])('born on %s is %d on 16 October 2015', (birthDate, age) => {
    expect(ageOn(birthDate, on)).toBe(age);
  });

  it(`grows by one on each birthday and on no other day (seed ${seed})`, () => {
    const day = 86_400_000;
    const dates = fc.integer({ min: 0, max: 30_000 }).map((days) => new Date(Date.UTC(1920, 0, 1) + days * day));
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 20_000 }), (birth, later) => {
        const text = (date: Date) => date.toISOString().slice(0, 10);
        const now = new Date(birth.getTime() + later * day);
        const before = new Date(now.getTime() - day);
        const grown = ageOn(text(birth), text(now)) - ageOn(text(birth), text(before));
        const isBirthday = text(now).slice(5) === text(birth).slice(5);
        const onlyInLeapYears = text(birth).slice(5) === '02-29';
        if (!onlyInLeapYears) expect(grown).toBe(isBirthday ? 1 : 0);
        else expect([0, 1]).toContain(grown);
      }),
      { seed },
    );
  });
});

describe('the facts of the register', () => {
  it('are told without being asked, of the household and of each member', () => {
    const told = registerObservations({ members: plainMembers.slice(0, 1) }, on);
    expect(told).toEqual([
      { fact: 'members', value: 1 },
      { fact: 'sex', member: 'head', value: 'male' },
      { fact: 'birth-date', member: 'head', value: '1975-03-02' },
      { fact: 'age', member: 'head', value: 40 },
      { fact: 'relation', member: 'head', value: '01' },
      { fact: 'ethnicity', member: 'head', value: '仫佬族' },
    ]);
  });

  it('name persons and places only where they are handed in', () => {
    const named = plainMembers.map((member) => ({ ...member, name: `name of ${member.id}`, idNumber: 'X' }));
    const told = registerObservations({ members: named, village: '棉花村', hamlet: '大屯', address: '12号' }, on);
    expect(told).toEqual(
      expect.arrayContaining([
        { fact: 'village', value: '棉花村' },
        { fact: 'hamlet', value: '大屯' },
        { fact: 'address', value: '12号' },
        { fact: 'head', value: 'name of head' },
        { fact: 'name', member: 'mother', value: 'name of mother' },
        { fact: 'id-number', member: 'mother', value: 'X' },
      ]),
    );
  });

  it('are all told of a household that is fully known, and each says how it is derived', () => {
    const named = plainMembers.map((member) => ({ ...member, name: 'x', idNumber: 'X' }));
    const told = registerObservations({ members: named, village: 'x', hamlet: 'x', address: 'x' }, on);
    expect([...new Set(told.map(({ fact }) => fact))].sort()).toEqual(registerFacts.map(({ key }) => key).sort());
    expect(registerFacts.filter(({ derived }) => derived === '')).toEqual([]);
  });

  it('keep from neighbours what tells who somebody is', () => {
    const kept = registerFacts.filter(({ sensitive }) => sensitive === 'identity').map(({ key }) => key);
    expect(kept).toEqual(['head', 'name', 'birth-date', 'age', 'id-number', 'ethnicity']);
  });
});

describe('what goes without asking', () => {
  const reading = readingOf(memberFacts, { members: plainMembers }, [], on);
  const of = (member: string, fact: string) => reading.members.find((each) => each.member === member)?.valueOf(fact);

  it('depends on the age: a child of nine has no work, a man of forty no school', () => {
    expect(['labour', 'months-away', 'employment', 'school-stage'].map((fact) => of('daughter', fact))).toEqual([
      'none',
      0,
      'none',
      undefined,
    ]);
    expect(['labour', 'months-away', 'employment', 'school-stage'].map((fact) => of('head', fact))).toEqual([
      undefined,
      undefined,
      undefined,
      'none',
    ]);
    expect(of('daughter', 'health')).toBeUndefined();
  });

  it('begins and ends on the very birthday', () => {
    const stage = (birthDate: string) =>
      readingOf(memberFacts, { members: [{ ...plainMembers[0]!, birthDate }] }, [], on).members[0]?.valueOf(
        'school-stage',
      );
    expect(stage('2012-10-17')).toBe('none');
    expect(stage('2012-10-16')).toBeUndefined();
    expect(stage('1985-10-17')).toBeUndefined();
    expect(stage('1985-10-16')).toBe('none');
  });

  it('gives way to what was observed, and the register to nothing', () => {
    const observed = readingOf(
      memberFacts,
      { members: plainMembers },
      [
        { fact: 'labour', member: 'daughter', value: 'ordinary' },
        { fact: 'age', member: 'daughter', value: 99 },
      ],
      on,
    );
    const daughter = observed.members.find(({ member }) => member === 'daughter');
    expect(daughter?.valueOf('labour')).toBe('ordinary');
    expect(daughter?.valueOf('age')).toBe(9);
    expect(observed.valueOf('members')).toBe(4);
    expect(observed.valueOf('labour')).toBeUndefined();
  });
});
