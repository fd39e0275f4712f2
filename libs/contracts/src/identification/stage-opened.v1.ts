import { z } from 'zod';
import { eventContract } from '../envelope';
import { stageSubject } from './stage-subject';

/** A stage is open and its deadline runs. `remindAt` lies before `dueAt`; `ownerRole` is the role that must act. */
export const stageOpenedV1 = eventContract(
  'identification.stage-opened.v1',
  stageSubject.extend({
    openedAt: z.iso.datetime(),
    remindAt: z.iso.datetime(),
    dueAt: z.iso.datetime(),
    ownerRole: z.string().min(1),
  }),
);

export type StageOpened = z.infer<typeof stageOpenedV1.data>;
