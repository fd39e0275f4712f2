import { apportion } from './apportion';
import type { Areas, Group, Township } from './areas';
import { taskGroups } from './luocheng-2015';
import { drawGivenName, drawPeople, drawSurname } from './names';
import { random } from './random';
import type { Size } from './size';

export interface Person {
  number: string;
  name: string;
  phone: string;
}

export interface Team {
  number: string;
  kind: 'field' | 'task-group';
  name: string;
  areaCode: string;
  /** Person numbers; the first leads. */
  members: string[];
}

/** Who answers for an area in a role: a team (field work) or a person. */
export interface Assignment {
  areaCode: string;
  role: string;
  team?: string;
  person?: string;
}

export interface Account {
  login: string;
  person: string;
  role: string;
  /** Empty for field workers, whose areas are those assigned to their team. */
  areaCode: string;
  activationCode: string;
}

export interface Staff {
  persons: Person[];
  teams: Team[];
  assignments: Assignment[];
  accounts: Account[];
}

const clerkHouseholds = 2_500;

/** Everybody who takes part, except the administrator, whom the organization service makes itself. */
export function staffOf(areas: Areas, size: Size, seed: string): Staff {
  const staff: Staff = { persons: [], teams: [], assignments: [], accounts: [] };

  const hire = (areaCode: string): string => {
    const number = `P${String(staff.persons.length + 1).padStart(5, '0')}`;
    const chance = random(seed, 'person', number);
    const people = drawPeople(areaCode, chance);
    const sex = chance.chance(0.6) ? 'male' : 'female';
    const name = drawSurname(people, chance) + drawGivenName(sex, chance);
    // No mobile number begins with 100, so nobody is rung by mistake.
    staff.persons.push({ number, name, phone: `100${String(chance.between(0, 99_999_999)).padStart(8, '0')}` });
    return number;
  };
  const admit = (login: string, person: string, role: string, areaCode: string): void => {
    staff.accounts.push({ login, person, role, areaCode, activationCode: activationCode(seed, login) });
  };
  const appoint = (login: string, role: string, areaCode: string): void => {
    const person = hire(areaCode);
    staff.assignments.push({ areaCode, role, person });
    admit(login, person, role, areaCode);
  };

  for (let order = 1; order <= 3; order++) admit(`leader-${order}`, hire(areas.code), 'countyLeader', areas.code);
  for (let order = 1; order <= 2; order++) admit(`supervisor-${order}`, hire(areas.code), 'supervisor', areas.code);
  for (const [index, name] of taskGroups.entries()) {
    const members = [1, 2, 3].map((order) => {
      const person = hire(areas.code);
      admit(`task-${index + 1}-${order}`, person, 'taskGroupMember', areas.code);
      return person;
    });
    const number = `TASK${index + 1}`;
    staff.teams.push({ number, kind: 'task-group', name: `${name}专责小组`, areaCode: areas.code, members });
  }
  for (const township of areas.townships) {
    appoint(`officer-${township.code}`, 'townshipOfficer', township.code);
    appoint(`supervisor-${township.code}`, 'supervisor', township.code);
    const clerks = Math.max(1, Math.ceil(householdsOf(township) / clerkHouseholds));
    appoint(`clerk-${township.code}-1`, 'entryClerk', township.code);
    for (let order = 2; order <= clerks; order++) {
      admit(`clerk-${township.code}-${order}`, hire(township.code), 'entryClerk', township.code);
    }
    for (const village of township.villages) {
      appoint(`village-${village.code}`, 'villageSecretary', village.code);
      for (const group of village.groups) appoint(`group-${group.code}`, 'groupSecretary', group.code);
    }
  }
  for (const { township, groups, workers } of fieldTeams(areas, size)) {
    const order = staff.teams.length - taskGroups.length + 1;
    const number = `FIELD${String(order).padStart(4, '0')}`;
    const members = Array.from({ length: workers }, (_, index) => {
      const person = hire(township.code);
      admit(`worker-${String(order).padStart(4, '0')}-${index + 1}`, person, 'fieldWorker', '');
      return person;
    });
    staff.teams.push({
      number,
      kind: 'field',
      name: `${township.name}入户${order}队`,
      areaCode: township.code,
      members,
    });
    for (const group of groups) staff.assignments.push({ areaCode: group.code, role: 'fieldWorker', team: number });
  }
  return staff;
}

interface FieldTeam {
  township: Township;
  groups: Group[];
  workers: number;
}

/** Teams of two or three within one township, each with whole groups that lie side by side. */
function fieldTeams(areas: Areas, size: Size): FieldTeam[] {
  const groupsOf = areas.townships.map((township) => township.villages.flatMap((village) => village.groups));
  const teamsPerTownship = apportion(
    size.fieldTeams,
    groupsOf.map((groups) => groups.length - 1),
    1,
  );
  const workers = apportion(
    size.workers,
    Array.from({ length: size.fieldTeams }, () => 1),
    2,
  );
  let team = 0;
  return areas.townships.flatMap((township, index) => {
    const groups = groupsOf[index] ?? [];
    const teams = teamsPerTownship[index] ?? 0;
    return Array.from({ length: teams }, (_, order) => ({
      township,
      groups: groups.slice(
        Math.floor((order * groups.length) / teams),
        Math.floor(((order + 1) * groups.length) / teams),
      ),
      workers: workers[team++] ?? 2,
    }));
  });
}

function householdsOf(township: Township): number {
  return township.villages.flatMap((village) => village.groups).reduce((sum, group) => sum + group.households, 0);
}

/** Sixteen letters and digits without those that are mistaken for one another, as if handed over on paper. */
function activationCode(seed: string, login: string): string {
  const chance = random(seed, 'activation code', login);
  const letters = [...'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'];
  return Array.from({ length: 16 }, () => chance.pick(letters)).join('');
}
