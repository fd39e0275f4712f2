import { consequenceOf } from '@jingzhun/identification-rules';
import type { Origin } from '@jingzhun/outbox';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CaseService } from '../case/case.service';
import { HouseholdPublicity } from '../publicity/household-publicity';
import { SittingLeaving } from '../sitting/sitting-leaving';
import { objectionOf, type ObjectionRow } from './objection.entity';
import { canBeAssessedAgain } from './objection.rules';

/** What becomes of a household when an objection to it is decided; of that household only. */
@Injectable()
export class ObjectionConsequences {
  constructor(
    @Inject(SittingLeaving) private readonly leaving: SittingLeaving,
    @Inject(HouseholdPublicity) private readonly households: HouseholdPublicity,
    @Inject(CaseService) private readonly cases: CaseService,
  ) {}

  /** To be asked for before the household's own lock is. */
  async lockBeforeDecision(tx: EntityManager, { householdId }: ObjectionRow): Promise<void> {
    if (householdId !== null) await this.leaving.lockSittings(tx, householdId);
  }

  /** What the decision does to the household; answers when its publicity ends, if this was the last objection to hold it. */
  async follow(tx: EntityManager, origin: Origin, objection: ObjectionRow, at: Date): Promise<string | null> {
    const { householdId } = objection;
    if (householdId === null) return null;
    switch (consequenceOf(objectionOf(objection))) {
      case 'resumes':
        return (await this.households.standing(tx, householdId))?.clock.closesAt ?? null;
      case 'returns-to-review':
      case 'reopened':
        await this.assessAgain(tx, origin, objection, householdId, at);
        return null;
      default:
        return null;
    }
  }

  /** The household leaves whatever it waits in, alone, and begins a new round. One that is being assessed already stays there. */
  private async assessAgain(
    tx: EntityManager,
    origin: Origin,
    { outcome }: ObjectionRow,
    householdId: string,
    at: Date,
  ): Promise<void> {
    const household = await this.cases.standing(tx, householdId);
    if (!household?.profile || !canBeAssessedAgain(household.profile, household.stage)) return;
    const { profile, stage } = household;
    await this.leaving.leave(tx, { householdId, origin, at, reason: outcome?.reason ?? '' });
    await this.cases.giveBack(tx, { profile, stage, origin, at }, [householdId]);
  }
}
