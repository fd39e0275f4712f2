import { z } from 'zod';
import { eventContract } from '../envelope';
import { stageSubject } from './stage-subject';

/**
 * A stage is over. `outcome` is `completed`, `returned` when households were sent back to an earlier stage, or `withdrawn` when
 * the household ended (it was merged, died out or moved away) and nothing follows.
 */
export const stageCompletedV1 = eventContract(
  'identification.stage-completed.v1',
  stageSubject.extend({
    completedAt: z.iso.datetime(),
    outcome: z.enum(['completed', 'returned', 'withdrawn']),
  }),
);

export type StageCompleted = z.infer<typeof stageCompletedV1.data>;
