import type { Areas, Township } from './areas';
import { householdNumbers, householdSize } from './household';
import { addStoryFigures, storyFiguresOf, type StoryFigures } from './household-story';
import { addMeetingFigures, meetingFiguresOf, type MeetingFigures } from './meeting-figures';
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
  meetings: MeetingFigures;
  stories: StoryFigures;
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
  meetings: MeetingFigures;
}

export function expectationOf(areas: Areas, staff: Staff, seed: string): Expectation {
  const villages = areas.townships.flatMap((township) => township.villages);
  const byTownship = areas.townships.map((township) => townshipExpectation(township, seed));
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
    meetings: addMeetingFigures(byTownship.map(({ meetings }) => meetings)),
    stories: addStoryFigures(villages.map((village) => storyFiguresOf(village, seed))),
    fieldWorkers: staff.accounts.filter((account) => account.role === 'fieldWorker').length,
    fieldTeams: staff.teams.filter((team) => team.kind === 'field').length,
    taskGroups: staff.teams.filter((team) => team.kind === 'task-group').length,
    persons: staff.persons.length,
    accounts: staff.accounts.length,
    objections: objectionsOf(areas, seed),
  };
}

function townshipExpectation({ code, name, villages }: Township, seed: string): TownshipExpectation {
  const groups = villages.flatMap((village) => village.groups);
  return {
    code,
    name,
    villages: villages.length,
    groups: groups.length,
    households: sum(groups.map((group) => group.households)),
    members: sum(groups.flatMap(householdNumbers).map((number) => householdSize(seed, number))),
    meetings: addMeetingFigures(villages.map((village) => meetingFiguresOf(village, seed))),
  };
}

function sum(figures: number[]): number {
  return figures.reduce((total, figure) => total + figure, 0);
}
