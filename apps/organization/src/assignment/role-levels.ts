import type { Role } from '@jingzhun/access';
import { levelOf, type AreaLevel } from '@jingzhun/kernel';

/** At which levels a role is held. A field worker answers for groups, through the team he works in. */
const levels: Record<Role, readonly AreaLevel[]> = {
  administrator: ['county', 'township'],
  countyLeader: ['county'],
  supervisor: ['county', 'township'],
  townshipOfficer: ['township'],
  villageSecretary: ['village'],
  groupSecretary: ['group'],
  fieldWorker: ['group'],
  entryClerk: ['county', 'township'],
  taskGroupMember: ['county', 'township'],
};

/** Whether `role` can be held for the area; false also for what is no area code. */
export function isHeldFor(role: Role, areaCode: string): boolean {
  const level = levelOf(areaCode);
  return level !== undefined && levels[role].includes(level);
}
