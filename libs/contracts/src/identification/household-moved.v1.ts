import { z } from 'zod';
import { eventContract } from '../envelope';

const group = z.string().regex(/^\d{15}$/);

/** A household and its case came under another villager group: it was transferred, or its village was merged. */
export const householdMovedV1 = eventContract(
  'identification.household-moved.v1',
  z.object({ householdId: z.uuid(), fromAreaCode: group, areaCode: group, movedAt: z.iso.datetime() }),
);

export type HouseholdMoved = z.infer<typeof householdMovedV1.data>;
