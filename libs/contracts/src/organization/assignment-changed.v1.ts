import { z } from 'zod';
import { eventContract } from '../envelope';

/**
 * Who answers for an area in a role from now on: the team (field work) and the person who leads it, or the office holder.
 * `personId` is empty when the duty has been left vacant.
 */
export const assignmentChangedV1 = eventContract(
  'organization.assignment-changed.v1',
  z.object({
    areaCode: z.string().regex(/^\d{6}(\d{3}){0,3}$/),
    role: z.string().min(1),
    teamId: z.uuid().optional(),
    personId: z.uuid().optional(),
    changedAt: z.iso.datetime(),
  }),
);

export type AssignmentChanged = z.infer<typeof assignmentChangedV1.data>;
