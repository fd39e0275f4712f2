import { areaAt, covers, InvalidInput, levelOf, NotAllowed } from '@jingzhun/kernel';
import { TeamNotAssignable } from './assignment.errors';

export interface AssignableTeam {
  kind: 'field' | 'taskGroup';
  areaCode: string;
}

/** A field team works within its township, a team of the county everywhere in it. */
export function worksIn(team: AssignableTeam, groupCode: string): boolean {
  const within = levelOf(team.areaCode) === 'county' ? team.areaCode : areaAt(team.areaCode, 'township');
  return team.kind === 'field' && covers([within], groupCode);
}

/**
 * Whether somebody responsible for `areas` may give the group to the team, or leave it without one.
 *
 * @throws InvalidInput, NotAllowed, TeamNotAssignable
 */
export function checkAssignment(areas: readonly string[], groupCode: string, team: AssignableTeam | undefined): void {
  if (levelOf(groupCode) !== 'group') {
    throw new InvalidInput('Field work is given out by villager groups.', 'areaCode', 'Name a group: fifteen digits.');
  }
  if (!covers(areas, groupCode)) throw new NotAllowed('This group lies outside your area.', 'areaCode');
  if (team && !worksIn(team, groupCode)) {
    throw new TeamNotAssignable('This team does not work in this group.', 'teamId');
  }
}
