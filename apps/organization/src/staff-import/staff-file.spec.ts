import { lineOf, smallStaffFile, township } from '../testing/small-staff';
import { StaffFile } from './staff-file';
import type { KnownStaff } from './staff-rows';

const nobody: KnownStaff = { people: new Map(), teams: new Map(), assignments: new Set(), logins: new Set() };

function check(text: string, known = nobody, areas = ['451225']) {
  let ids = 0;
  const file = new StaffFile(known, areas, () => `id-${(ids += 1)}`);
  const lines = text.split('\n');
  const problems = lines.flatMap((line, index) => {
    const problem = file.take(index + 1, line.split(','));
    return problem ? [`${index + 1}: ${problem}`] : [];
  });
  const missing = file.missing();
  const last = missing ? [`${lines.length}: ${missing}`] : [];
  const idle = file.idle().map(({ line, problem }) => `${line}: ${problem}`);
  return { file, problems: [...problems, ...last], idle };
}

/** Replaces the first line that begins like the text, and answers the first problem. */
function refusal(beginning: string, replacement: string, known?: KnownStaff, areas?: string[]): string | undefined {
  return check(smallStaffFile({ replace: { [lineOf(beginning)]: replacement } }), known, areas).problems[0];
}

describe('a staff file', () => {
  it('without faults gives its rows, each person with the smallest area that holds all he does', () => {
    const { file, problems, idle } = check(smallStaffFile());
    expect([...problems, ...idle]).toEqual([]);
    const { people, teams, members, assignments, accounts } = file.rows();
    expect(people.map(({ number, areaCode }) => `${number} ${areaCode}`)).toEqual([
      'P001 451225',
      'P002 451225100',
      'P003 451225100',
      'P004 451225100',
      'P005 451225100',
      'P006 451225100201',
      'P007 451225100201001',
      'P008 451225105',
      'P009 451225105',
    ]);
    expect([teams.length, members.length, assignments.length]).toEqual([4, 5, 7]);
    expect(accounts.map(({ login, grants }) => [login, grants.length])).toEqual([
      ['leader-1', 1],
      ['officer-1', 2],
      ['worker-1', 1],
      ['worker-2', 1],
      ['secretary-1', 1],
    ]);
  });

  it.each([
    ['an unknown kind of record', 'person,P001', 'persona,P001,x,1', /^2: "persona" is not a kind of record/],
    ['a missing cell', 'person,P001', 'person,P001,Leader One', /^2: a person record has 3 cells/],
    ['text that is not UTF-8', 'person,P001', 'person,P001,\uFFFD,10010000001', /^2: the record is not text in UTF-8/],
    ['a format of the future', 'staff,1', 'staff,2', /^1: format version 2 is not known/],
    ['another beginning', 'staff,1', 'person,P000,x,10010000000', /^1: the file must begin with a staff record/],
    ['a second beginning', 'person,P001', 'staff,1', /^2: the file has a second staff record/],
    ['a person twice', 'person,P002', 'person,P001,Somebody,10010000002', /^3: person P001 is on the list already/],
    ['a person without a name', 'person,P002', 'person,P002, ,10010000002', /^3: person P002 has no name/],
    ['a bad number', 'person,P002', 'person,P 2,Somebody,10010000002', /^3: a number has up to 32/],
    ['a bad phone number', 'person,P002', 'person,P002,Somebody,call me', /^3: the phone number of person P002/],
    ['a team of an unknown kind', 'team,FIELD2', `team,FIELD2,choir,x,${township},P005`, /^14: a team is field or/],
    ['a team twice', 'team,FIELD2', `team,FIELD1,field,x,${township},P005`, /^14: team FIELD1 is on the list already/],
    ['a team led by nobody known', 'team,FIELD2', `team,FIELD2,field,x,${township},P099`, /^14: person P099 does not/],
    ['a team of no area', 'team,FIELD2', 'team,FIELD2,field,x,45122510,P005', /^14: "45122510" is not an area code/],
    ['a team outside the area', 'team,FIELD2', 'team,FIELD2,field,x,451226100,P005', /^14: the area 451226100 lies/],
    ['a member of an unknown team', 'team-member,FIELD1,P004', 'team-member,NONE,P004', /^13: team NONE does not/],
    ['a member who is unknown', 'team-member,FIELD1,P004', 'team-member,FIELD1,P099', /^13: person P099 does not/],
    ['an unknown role', 'assignment,451225100,', 'assignment,451225100,emperor,,P002', /^17: there is no role emperor/],
    ['a role at the wrong level', 'assignment,451225100,', 'assignment,451225,townshipOfficer,,P002', /^17: the role/],
    [
      'an assignment to nobody',
      'assignment,451225100,',
      'assignment,451225100,townshipOfficer,,',
      /^17: an assignment/,
    ],
    [
      'an office given to a team',
      'assignment,451225100,',
      'assignment,451225100,townshipOfficer,FIELD1,',
      /^17: field/,
    ],
    ['an unknown office holder', 'assignment,451225100,', 'assignment,451225100,townshipOfficer,,P099', /^17: person/],
    ['an office held twice', 'assignment,451225105,', 'assignment,451225100,townshipOfficer,,P008', /^22: townshipOff/],
    [
      'a team of another township',
      'assignment,451225105214',
      'assignment,451225105214001,fieldWorker,FIELD1,',
      /^23: te/,
    ],
    ['a bad login', 'account,leader-1', 'account,Leader 1,P001,countyLeader,451225,CODE-LEADER', /^24: a login has/],
    ['a right without an area', 'account,leader-1', 'account,leader-1,P001,countyLeader,,CODE-LEADER', /^24: the role/],
    [
      'a worker with an area',
      'account,worker-1',
      `account,worker-1,P003,fieldWorker,${township},CODE-123`,
      /^27: a field/,
    ],
    ['a short code', 'account,leader-1', 'account,leader-1,P001,countyLeader,451225,SHORT', /^24: the activation code/],
    ['a login of two people', 'account,worker-2', 'account,worker-1,P004,fieldWorker,,CODE-WORKER-1', /^28: the login/],
    [
      'a right twice',
      'account,worker-2',
      'account,worker-1,P003,fieldWorker,,CODE-WORKER-1',
      /^28: the login worker-1 has/,
    ],
    ['a wrong control line', 'end,9,4,7,6', 'end,9,4,7,5', /^30: the end record says 5 accounts, the file has 6/],
    ['no control line', 'end,9,4,7,6', '', /^29: the file has no end record/],
  ])('is refused for %s', (_, beginning, replacement, reason) => {
    expect(refusal(beginning, replacement)).toMatch(reason);
  });

  it('is refused for a record behind its end', () => {
    const { problems } = check(smallStaffFile({ after: { [lineOf('end')]: ['person,P010,x,10010000010'] } }));
    expect(problems).toEqual(['31: nothing may follow the end record']);
  });

  it('is refused for a person who is given nothing to do', () => {
    const change = { after: { 10: ['person,P010,Idle,10010000010'] }, replace: { [lineOf('end')]: 'end,10,4,7,6' } };
    expect(check(smallStaffFile(change))).toMatchObject({
      problems: [],
      idle: ['11: person P010 has nothing to do within one county'],
    });
  });

  it('may refer to what is stored already, within the area, and must not bring it again', () => {
    const stored: KnownStaff = {
      people: new Map([['P900', { id: 'known', areaCode: township }]]),
      teams: new Map(),
      assignments: new Set([`${township} townshipOfficer`]),
      logins: new Set(['leader-1']),
    };
    const led = `team,FIELD2,field,x,${township},P900`;
    const { problems } = check(smallStaffFile({ replace: { [lineOf('team,FIELD2')]: led } }), stored);
    expect(problems.slice(0, 2)).toEqual([
      `17: townshipOfficer of ${township} is assigned already`,
      '24: the login leader-1 is taken',
    ]);
    expect(refusal('person,P002', 'person,P900,Somebody,10010000002', stored)).toMatch(
      /^3: person P900 is on the list/,
    );
    expect(refusal('team,FIELD3', 'team,FIELD3,field,x,451225105,P900', stored, ['451225105'])).toMatch(
      /^11: the area/,
    );
  });

  it('names no person and no phone in its reasons', () => {
    const reasons = [
      refusal('person,P002', 'person,P002,Somebody Special,0000-secret'),
      refusal('person,P002', 'person,P001,Somebody Special,10010000002'),
    ].join();
    expect(reasons).not.toMatch(/Special|secret|10010000002/);
  });
});
