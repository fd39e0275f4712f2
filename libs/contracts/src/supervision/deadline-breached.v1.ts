import { z } from 'zod';
import { eventContract } from '../envelope';
import { stageSubject } from '../identification/stage-subject';

/** A stage passed its deadline undone. `breachedAt` is the deadline itself, however late the record was made. */
export const deadlineBreachedV1 = eventContract(
  'supervision.deadline-breached.v1',
  stageSubject.extend({ breachedAt: z.iso.datetime() }),
);

export type DeadlineBreached = z.infer<typeof deadlineBreachedV1.data>;
