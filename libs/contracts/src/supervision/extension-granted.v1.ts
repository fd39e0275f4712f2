import { z } from 'zod';
import { eventContract } from '../envelope';
import { stageSubject } from '../identification/stage-subject';

/** The deadline of an open stage was moved by a second person; the first due time is kept in supervision's record. */
export const extensionGrantedV1 = eventContract(
  'supervision.extension-granted.v1',
  stageSubject.extend({ version: z.int().min(1), remindAt: z.iso.datetime(), dueAt: z.iso.datetime() }),
);

export type ExtensionGranted = z.infer<typeof extensionGrantedV1.data>;
