import type { Envelope } from '@jingzhun/contracts/envelope';
import { noticePostedV1, type NoticePosted } from '@jingzhun/contracts/identification';
import type { Reaction } from '@jingzhun/outbox';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ClockRepository } from '../clock/clock.repository';

/** A notice hangs: its clock waits lawfully; one statement for all that came together. */
@Injectable()
export class OnNoticePosted implements Reaction<NoticePosted> {
  readonly contract = noticePostedV1;

  constructor(@Inject(ClockRepository) private readonly clocks: ClockRepository) {}

  react(tx: EntityManager, events: Envelope<NoticePosted>[]): Promise<void> {
    return this.clocks.post(
      tx,
      events.map(({ data }) => data),
    );
  }
}
