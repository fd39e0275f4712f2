import type { Envelope } from '@jingzhun/contracts/envelope';
import { householdMovedV1, type HouseholdMoved } from '@jingzhun/contracts/identification';
import type { Reaction } from '@jingzhun/outbox';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ClockRepository } from '../clock/clock.repository';

/**
 * A household came under another group: its clocks, with what was asked about them, are the business of that group's people now. To
 * be the last reaction, so that a clock that was opened just before is there to be moved.
 */
@Injectable()
export class OnHouseholdMoved implements Reaction<HouseholdMoved> {
  readonly contract = householdMovedV1;

  constructor(@Inject(ClockRepository) private readonly clocks: ClockRepository) {}

  async react(tx: EntityManager, events: Envelope<HouseholdMoved>[]): Promise<void> {
    for (const { data } of events) await this.clocks.move(tx, data);
  }
}
