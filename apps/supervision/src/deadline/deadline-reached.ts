import { subjectKind, type DeadlineReached } from '@jingzhun/contracts/identification';
import { z } from 'zod';

/** The body of the worker's calls, checked at the door. */
export const deadlineReached: z.ZodType<DeadlineReached> = z.object({
  subjectKind,
  subjectId: z.uuid(),
  stage: z.string().min(1),
  round: z.int().min(1),
  areaCode: z.string().regex(/^\d{12}(\d{3})?$/),
  households: z.int().min(0),
  openedAt: z.iso.datetime(),
  remindAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
});
