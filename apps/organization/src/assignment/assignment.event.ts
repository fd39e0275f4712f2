import type { AssignmentChanged } from '@jingzhun/contracts/organization';
import type { AssignmentRow } from './assignment.entity';

/** What others are told of an assignment: the team with the person who leads it, the office holder, or neither. */
export function assignmentChanged(
  assignment: AssignmentRow,
  leaderId?: string,
): { key: string; data: AssignmentChanged } {
  const { id, areaCode, role, teamId, personId, changedAt } = assignment;
  return {
    key: id,
    data: {
      areaCode,
      role,
      teamId: teamId ?? undefined,
      personId: personId ?? leaderId,
      changedAt: changedAt.toISOString(),
    },
  };
}
