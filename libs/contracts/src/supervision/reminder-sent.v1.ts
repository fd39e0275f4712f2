import { z } from 'zod';
import { eventContract } from '../envelope';
import { stageSubject } from '../identification/stage-subject';

/** The owner of an open stage was reminded that its deadline is near. */
export const reminderSentV1 = eventContract(
  'supervision.reminder-sent.v1',
  stageSubject.extend({ remindedAt: z.iso.datetime() }),
);

export type ReminderSent = z.infer<typeof reminderSentV1.data>;
