import {
  subjectKind,
  type CloseHouseholdPublicity,
  type ClosePublicity,
  type HouseholdPublicityAnswer,
  type StageOfSubject,
  type StageOpenAnswer,
} from '@jingzhun/contracts/identification';
import { countyWide, Database } from '@jingzhun/database';
import { Internal } from '@jingzhun/subgraph';
import { Body, HttpCode, Inject, Post } from '@nestjs/common';
import { z } from 'zod';
import { CaseRepository } from '../case/case.repository';
import { ObjectionRepository } from '../objection/objection.repository';
import { PublicityClosing } from '../publicity/publicity-closing';
import { SittingRepository } from '../sitting/sitting.repository';

const stageOfSubject = z.object({
  subjectKind,
  subjectId: z.uuid(),
  stage: z.string().min(1),
  round: z.int().min(1),
});

const closePublicity = z.object({ sittingId: z.uuid() });
const closeHouseholdPublicity = z.object({ householdId: z.uuid() });

/** What the case workflows ask of this service. */
@Internal()
export class MachineController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CaseRepository) private readonly cases: CaseRepository,
    @Inject(SittingRepository) private readonly sittings: SittingRepository,
    @Inject(ObjectionRepository) private readonly objections: ObjectionRepository,
    @Inject(PublicityClosing) private readonly publicities: PublicityClosing,
  ) {}

  private get subjects() {
    const { cases, sittings, objections } = this;
    return { household: cases, group: sittings, village: sittings, objection: objections };
  }

  /** Whether a stage is still open; waits for a decision under way. */
  @Post('stage-open')
  @HttpCode(200)
  stageOpen(@Body({ schema: stageOfSubject }) asked: StageOfSubject): Promise<StageOpenAnswer> {
    const subjects = this.subjects[asked.subjectKind];
    return this.database.transaction(countyWide, (tx) =>
      subjects.isOpen(tx, asked.subjectId, asked.stage, asked.round),
    );
  }

  @Post('close-publicity')
  @HttpCode(204)
  closePublicity(@Body({ schema: closePublicity }) { sittingId }: ClosePublicity): Promise<void> {
    return this.publicities.close(sittingId);
  }

  @Post('close-household-publicity')
  @HttpCode(200)
  closeHouseholdPublicity(
    @Body({ schema: closeHouseholdPublicity }) { householdId }: CloseHouseholdPublicity,
  ): Promise<HouseholdPublicityAnswer> {
    return this.publicities.closeHousehold(householdId);
  }
}
