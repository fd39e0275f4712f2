import { randomUUID } from 'node:crypto';
import type { Envelope } from '@jingzhun/contracts/envelope';
import {
  noticePostedV1,
  stageCompletedV1,
  stageOpenedV1,
  type DeadlineReached,
  type StageSubject,
} from '@jingzhun/contracts/identification';

export const group = '451225100001001';

/** A stage of a made-up household: opened at 08:00, reminder at 12:00, due at 16:00 of one day. */
export class MadeUpStage {
  readonly subject: StageSubject;
  readonly openedAt = '2015-10-12T08:00:00.000Z';
  readonly remindAt = '2015-10-12T12:00:00.000Z';
  readonly dueAt = '2015-10-12T16:00:00.000Z';

  constructor(subject: Partial<StageSubject> = {}) {
    this.subject = {
      subjectKind: 'household',
      subjectId: randomUUID(),
      areaCode: group,
      households: 1,
      stage: 'visit',
      round: 1,
      ...subject,
    };
  }

  opened(more: object = {}): Envelope {
    const { openedAt, remindAt, dueAt } = this;
    return this.event(stageOpenedV1.type, { openedAt, remindAt, dueAt, ownerRole: 'fieldWorker', ...more });
  }

  posted(postedAt: string, closesAt: string): Envelope {
    return this.event(noticePostedV1.type, { postedAt, closesAt });
  }

  completed(completedAt: string, outcome: 'completed' | 'returned' = 'completed'): Envelope {
    return this.event(stageCompletedV1.type, { completedAt, outcome });
  }

  /** What the timer of the case sends. */
  reached(more: Partial<DeadlineReached> = {}): DeadlineReached {
    const { openedAt, remindAt, dueAt } = this;
    return { ...this.subject, openedAt, remindAt, dueAt, ...more };
  }

  private event(type: string, data: object): Envelope {
    return eventOf(type, this.subject.subjectId, { ...this.subject, ...data });
  }
}

export function eventOf(type: string, key: string, data: unknown): Envelope {
  return {
    id: randomUUID(),
    type,
    time: new Date().toISOString(),
    key,
    actor: 'machine',
    correlation: randomUUID(),
    data,
  };
}
