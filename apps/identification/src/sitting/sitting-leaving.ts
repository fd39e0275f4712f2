import type { Origin } from '@jingzhun/outbox';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MeetingRepository } from '../meeting/meeting.repository';
import { PublicityRepository } from '../publicity/publicity.repository';
import { tellCompleted, tellWorkflow } from './sitting-events';
import type { SittingRow } from './sitting.entity';
import { SittingRepository } from './sitting.repository';

export interface Leaving {
  householdId: string;
  origin: Origin;
  at: Date;
  reason: string;
}

/** Takes one household out of whatever it lies before or is public in; its neighbours go on without it. */
@Injectable()
export class SittingLeaving {
  constructor(
    @Inject(SittingRepository) private readonly sittings: SittingRepository,
    @Inject(MeetingRepository) private readonly meetings: MeetingRepository,
    @Inject(PublicityRepository) private readonly publicities: PublicityRepository,
  ) {}

  /** To be asked for before the household's own lock, in the order in which a closing sitting takes both. */
  async lockSittings(tx: EntityManager, householdId: string): Promise<void> {
    await this.sittings.lockAround(tx, householdId);
  }

  /** The household is locked. A meeting that has nobody left to speak about closes without having met. */
  async leave(tx: EntityManager, { householdId, origin, at, reason }: Leaving): Promise<void> {
    const around = await this.sittings.lockAround(tx, householdId);
    await this.publicities.leave(tx, householdId, at);
    for (const sitting of around.filter(({ state }) => state === 'open')) {
      await this.meetings.add(tx, sitting, [{ kind: 'withdrawn', householdId, reason }], { by: origin.actor, at });
      const households = (await this.sittings.householdsOf(tx, sitting.id)).length;
      // Whoever read the sitting before does not know that the household has left: its version is another one now.
      if (households > 0) await this.sittings.save(tx, sitting, { households });
      else await this.closeEmpty(tx, sitting, origin, at);
    }
  }

  private async closeEmpty(tx: EntityManager, sitting: SittingRow, origin: Origin, at: Date): Promise<void> {
    await tellCompleted(tx, origin, sitting, { stage: sitting.openingStage, outcome: 'returned', at });
    const sequence = sitting.sequence + 1;
    await this.sittings.save(tx, sitting, { state: 'closed', stage: null, households: 0, sequence, closedAt: at });
    await tellWorkflow(tx, sitting, {
      kind: 'stage-completed',
      sequence,
      stage: sitting.openingStage,
      round: sitting.round,
      at: at.toISOString(),
    });
  }
}
