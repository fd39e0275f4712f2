import type { Areas, Township } from './areas';
import { householdNumbers, householdSize } from './household';
import { objectionsOf, type PlannedObjection } from './objections';
import type { Staff } from './staff';

/** What must come out of the services, known from the generator alone. */
export interface Expectation {
  townships: number;
  villages: number;
  groups: number;
  hamlets: number;
  households: number;
  inPoorVillages: number;
  elsewhere: number;
  members: number;
  byTownship: TownshipExpectation[];
  fieldWorkers: number;
  fieldTeams: number;
  taskGroups: number;
  persons: number;
  accounts: number;
  objections: PlannedObjection[];
}

export interface TownshipExpectation {
  code: string;
  name: string;
  villages: number;
  groups: number;
  households: number;
  members: number;
  /** Groups that review and publish again what an objection changed. */
  groupsAgain: number;
}

export function expectationOf(areas: Areas, staff: Staff, seed: string): Expectation {
  const villages = areas.townships.flatMap((township) => township.villages);
  const objections = objectionsOf(areas, seed);
  const byTownship = areas.townships.map((township) => townshipExpectation(township, seed, objections));
  const households = sum(byTownship.map((township) => township.households));
  const inPoorVillages = sum(
    villages.filter((village) => village.poor).flatMap((village) => village.groups.map((group) => group.households)),
  );
  return {
    townships: areas.townships.length,
    villages: villages.length,
    groups: sum(villages.map((village) => village.groups.length)),
    hamlets: sum(villages.map((village) => village.hamlets.length)),
    households,
    inPoorVillages,
    elsewhere: households - inPoorVillages,
    members: sum(byTownship.map((township) => township.members)),
    byTownship,
    fieldWorkers: staff.accounts.filter((account) => account.role === 'fieldWorker').length,
    fieldTeams: staff.teams.filter((team) => team.kind === 'field').length,
    taskGroups: staff.teams.filter((team) => team.kind === 'task-group').length,
    persons: staff.persons.length,
    accounts: staff.accounts.length,
    objections,
  };
}

function townshipExpectation(
  { code, name, villages }: Township,
  seed: string,
  objections: readonly PlannedObjection[],
): TownshipExpectation {
  const groups = villages.flatMap((village) => village.groups);
  return {
    code,
    name,
    villages: villages.length,
    groups: groups.length,
    households: sum(groups.map((group) => group.households)),
    groupsAgain: new Set(
      objections
        .filter(({ groupCode, decision }) => groupCode.startsWith(code) && decision === 'scoreChanged')
        .map(({ groupCode }) => groupCode),
    ).size,
    members: sum(groups.flatMap(householdNumbers).map((number) => householdSize(seed, number))),
  };
}

function sum(figures: number[]): number {
  return figures.reduce((total, figure) => total + figure, 0);
}
