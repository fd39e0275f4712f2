import type { Envelope } from '@jingzhun/contracts/envelope';
import { stageOpenedV1, type StageOpened } from '@jingzhun/contracts/identification';
import type { Reaction } from '@jingzhun/outbox';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ClockRepository } from '../clock/clock.repository';

/** A stage was opened: its clock runs; one statement for all that came together. */
@Injectable()
export class OnStageOpened implements Reaction<StageOpened> {
  readonly contract = stageOpenedV1;

  constructor(@Inject(ClockRepository) private readonly clocks: ClockRepository) {}

  react(tx: EntityManager, events: Envelope<StageOpened>[]): Promise<void> {
    return this.clocks.open(
      tx,
      events.map(({ data }) => data),
    );
  }
}
