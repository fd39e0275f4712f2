import { z } from 'zod';
import { eventContract } from '../envelope';
import { stageSubject } from './stage-subject';

/** The notice hangs: the duty to post it is done and the legal period runs by itself until `closesAt`. */
export const noticePostedV1 = eventContract(
  'identification.notice-posted.v1',
  stageSubject.extend({
    postedAt: z.iso.datetime(),
    closesAt: z.iso.datetime(),
  }),
);

export type NoticePosted = z.infer<typeof noticePostedV1.data>;
