import type { Envelope } from '@jingzhun/contracts/envelope';
import { stageCompletedV1, type StageCompleted } from '@jingzhun/contracts/identification';
import type { Reaction } from '@jingzhun/outbox';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ClockRepository } from '../clock/clock.repository';

/** A stage is over: its clock is met or late; one statement for all that came together. */
@Injectable()
export class OnStageCompleted implements Reaction<StageCompleted> {
  readonly contract = stageCompletedV1;

  constructor(@Inject(ClockRepository) private readonly clocks: ClockRepository) {}

  react(tx: EntityManager, events: Envelope<StageCompleted>[]): Promise<void> {
    return this.clocks.complete(
      tx,
      events.map(({ data }) => data),
    );
  }
}
