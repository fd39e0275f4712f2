/** Every role of the county. A grant is a role together with the areas it holds in. */
export const roles = [
  'administrator',
  'countyLeader',
  'supervisor',
  'townshipOfficer',
  'villageSecretary',
  'groupSecretary',
  'fieldWorker',
  'entryClerk',
  'taskGroupMember',
] as const;

export type Role = (typeof roles)[number];

export function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text);
}
