import { isRole } from '@jingzhun/access';
import { covers, isAreaCode } from '@jingzhun/kernel';
import { isActivationCode, loginOf, problemOfGrant } from '../account/account.rules';
import { secretHash } from '../account/secret-hash';
import { worksIn } from '../assignment/assignment.rules';
import { isHeldFor } from '../assignment/role-levels';
import { commonArea } from '../person/person.rules';
import type { KnownStaff, NewAccount, NewPerson, NewTeam, StaffRows } from './staff-rows';

/** The kinds of record of a staff file and how many cells follow the kind. */
const cellsOf: Record<string, number> = {
  staff: 1,
  person: 3,
  team: 5,
  'team-member': 2,
  assignment: 4,
  account: 5,
  end: 4,
};

const teamKinds: Record<string, NewTeam['kind'] | undefined> = { field: 'field', 'task-group': 'taskGroup' };

/** A person of the file; his area follows from all that the file gives him to do. */
interface Arrival {
  line: number;
  person: Omit<NewPerson, 'areaCode'>;
  duties: string[];
}

/**
 * Checks a staff file record by record and gathers its rows. Pure but for what it remembers: whatever a record names comes
 * before it or is stored already, and nothing comes twice. Reasons name lines, numbers and codes, never a person's name or phone.
 */
export class StaffFile {
  private readonly arrivals = new Map<string, Arrival>();
  private readonly teams = new Map<string, NewTeam>();
  private readonly members = new Map<string, StaffRows['members'][number]>();
  private readonly assignments = new Map<string, StaffRows['assignments'][number]>();
  private readonly accounts = new Map<string, NewAccount>();
  private accountRecords = 0;
  private begun = false;
  private ended = false;

  /** `areas` are those of whoever imports; nothing may lie outside them. */
  constructor(
    private readonly known: KnownStaff,
    private readonly areas: readonly string[],
    private readonly newId: () => string,
  ) {}

  /** Takes one record; answers what is wrong with it, or undefined. */
  take(line: number, [kind = '', ...cells]: readonly string[]): string | undefined {
    const expected = cellsOf[kind];
    if (expected === undefined) return `"${kind.slice(0, 20)}" is not a kind of record`;
    if (cells.length !== expected)
      return `a ${kind} record has ${expected} cells after its kind, this one ${cells.length}`;
    if (cells.some((cell) => /[\u0000\uFFFD]/.test(cell))) return 'the record is not text in UTF-8';
    if (this.ended) return 'nothing may follow the end record';
    if (!this.begun && kind !== 'staff') return 'the file must begin with a staff record';
    switch (kind) {
      case 'staff':
        return this.staff(cells);
      case 'person':
        return this.person(line, cells);
      case 'team':
        return this.team(cells);
      case 'team-member':
        return this.member(cells);
      case 'assignment':
        return this.assignment(cells);
      case 'account':
        return this.account(cells);
      default:
        return this.end(cells);
    }
  }

  /** What is missing when the file is over. */
  missing(): string | undefined {
    return this.ended ? undefined : 'the file has no end record: it was cut off';
  }

  /** The people whom an otherwise faultless file gives nothing to do; where they belong is not known. */
  idle(): { line: number; problem: string }[] {
    return [...this.arrivals.values()]
      .filter(({ duties }) => commonArea(duties) === undefined)
      .map(({ line, person }) => ({ line, problem: `person ${person.number} has nothing to do within one county` }));
  }

  /** The rows of a file without faults. */
  rows(): StaffRows {
    return {
      people: [...this.arrivals.values()].map(({ person, duties }) => ({
        ...person,
        areaCode: commonArea(duties) ?? '',
      })),
      teams: [...this.teams.values()],
      members: [...this.members.values()],
      assignments: [...this.assignments.values()],
      accounts: [...this.accounts.values()],
    };
  }

  private staff([version = '']: string[]): string | undefined {
    if (this.begun) return 'the file has a second staff record';
    this.begun = true;
    return version === '1' ? undefined : `format version ${version} is not known, 1 is`;
  }

  private person(line: number, [number = '', name = '', phone = '']: string[]): string | undefined {
    if (!isNumber(number)) return 'a number has up to 32 letters, digits and hyphens';
    if (this.known.people.has(number) || this.arrivals.has(number)) return `person ${number} is on the list already`;
    if (!isName(name)) return `person ${number} has no name, or one of over 50 characters`;
    if (!/^\+?\d{5,20}$/.test(phone)) return `the phone number of person ${number} is not one`;
    this.arrivals.set(number, { line, person: { id: this.newId(), number, name, phone }, duties: [] });
    return undefined;
  }

  private team([number = '', kind = '', name = '', areaCode = '', leader = '']: string[]): string | undefined {
    const teamKind = teamKinds[kind];
    if (!isNumber(number)) return 'a number has up to 32 letters, digits and hyphens';
    if (this.known.teams.has(number) || this.teams.has(number)) return `team ${number} is on the list already`;
    if (!teamKind) return `a team is field or task-group, not "${kind.slice(0, 20)}"`;
    if (!isName(name)) return `team ${number} has no name, or one of over 50 characters`;
    const leaderId = this.personId(leader);
    const problem = this.problemOfArea(areaCode) ?? this.problemOfPerson(leader);
    if (problem || !leaderId) return problem;
    const team = { id: this.newId(), number, kind: teamKind, name, areaCode, leaderId };
    this.teams.set(number, team);
    this.join(team, leader);
    return undefined;
  }

  private member([team = '', person = '']: string[]): string | undefined {
    const found = this.teams.get(team) ?? this.known.teams.get(team);
    if (!found) return `team ${team} does not come before its member`;
    const problem = this.problemOfPerson(person) ?? this.problemOfArea(found.areaCode);
    if (problem) return problem;
    const isLeader = found.leaderId === this.personId(person);
    return this.join(found, person) || isLeader ? undefined : `person ${person} is in team ${team} already`;
  }

  private assignment([areaCode = '', role = '', team = '', person = '']: string[]): string | undefined {
    if (!isRole(role)) return `there is no role ${role.slice(0, 30)}`;
    const key = `${areaCode} ${role}`;
    if (this.known.assignments.has(key) || this.assignments.has(key))
      return `${role} of ${areaCode} is assigned already`;
    if (!isHeldFor(role, areaCode)) return `the role ${role} is not held for the area ${areaCode}`;
    if ((team === '') === (person === '')) return 'an assignment names a team or a person, one of the two';
    if ((role === 'fieldWorker') !== (team !== '')) return 'field work is given to teams, every other role to persons';
    const found = this.teams.get(team) ?? this.known.teams.get(team);
    if (team !== '' && !found) return `team ${team} does not come before its assignment`;
    if (found && !worksIn(found, areaCode)) return `team ${team} is not a field team of this township`;
    const problem = this.problemOfArea(areaCode) ?? (person === '' ? undefined : this.problemOfPerson(person));
    if (problem) return problem;
    const personId = this.personId(person) ?? null;
    const teamId = found?.id ?? null;
    this.assignments.set(key, { id: this.newId(), areaCode, role, teamId, personId, leaderId: found?.leaderId });
    this.arrivals.get(person)?.duties.push(areaCode);
    return undefined;
  }

  /** A login that comes again brings the same account another right. */
  private account([text = '', person = '', role = '', area = '', code = '']: string[]): string | undefined {
    const login = loginOf(text);
    const areaCode = area === '' ? null : area;
    if (!login || login !== text) return 'a login has 3 to 64 small letters, digits, dots, hyphens and underscores';
    if (this.known.logins.has(login)) return `the login ${login} is taken`;
    const problem =
      this.problemOfPerson(person) ??
      problemOfGrant(role, areaCode) ??
      (areaCode === null ? undefined : this.problemOfArea(areaCode));
    const personId = this.personId(person);
    if (problem || !personId || !isRole(role)) return problem;
    if (!isActivationCode(code)) return `the activation code of ${login} is too short`;
    const activationCodeHash = secretHash(code).toString('hex');
    const earlier = this.accounts.get(login);
    if (earlier && (earlier.personId !== personId || earlier.activationCodeHash !== activationCodeHash)) {
      return `the login ${login} came before with another person or code`;
    }
    if (earlier?.grants.some((grant) => grant.role === role && grant.areaCode === areaCode)) {
      return `the login ${login} has this right already`;
    }
    const account = earlier ?? { id: this.newId(), login, personId, grants: [], activationCodeHash };
    account.grants.push({ role, areaCode });
    this.accounts.set(login, account);
    this.accountRecords += 1;
    if (areaCode !== null) this.arrivals.get(person)?.duties.push(areaCode);
    return undefined;
  }

  private end(cells: string[]): string | undefined {
    this.ended = true;
    const counted = [this.arrivals.size, this.teams.size, this.assignments.size, this.accountRecords];
    const names = ['persons', 'teams', 'assignments', 'accounts'];
    const wrong = names.findIndex((_, index) => cells[index] !== String(counted[index]));
    return wrong < 0
      ? undefined
      : `the end record says ${cells[wrong]} ${names[wrong]}, the file has ${counted[wrong]}`;
  }

  /** Puts a person into a team; false when he is in it already. */
  private join(team: { id: string; areaCode: string }, person: string): boolean {
    const personId = this.personId(person) ?? '';
    const key = `${team.id} ${personId}`;
    if (this.members.has(key)) return false;
    this.members.set(key, { teamId: team.id, personId });
    this.arrivals.get(person)?.duties.push(team.areaCode);
    return true;
  }

  private personId(number: string): string | undefined {
    return this.arrivals.get(number)?.person.id ?? this.known.people.get(number)?.id;
  }

  private problemOfPerson(number: string): string | undefined {
    if (this.arrivals.has(number)) return undefined;
    const known = this.known.people.get(number);
    if (!known) return `person ${number.slice(0, 32)} does not come before this record`;
    return covers(this.areas, known.areaCode) ? undefined : `person ${number} belongs to another area`;
  }

  private problemOfArea(code: string): string | undefined {
    if (!isAreaCode(code)) return `"${code.slice(0, 20)}" is not an area code`;
    return covers(this.areas, code) ? undefined : `the area ${code} lies outside your area`;
  }
}

function isNumber(text: string): boolean {
  return /^[A-Za-z0-9-]{1,32}$/.test(text);
}

function isName(text: string): boolean {
  return text.trim() !== '' && text.length <= 50;
}
