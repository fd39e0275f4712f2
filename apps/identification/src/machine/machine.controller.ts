import {
  subjectKind,
  type ClosePublicity,
  type StageOfSubject,
  type StageOpenAnswer,
} from '@jingzhun/contracts/identification';
import { countyWide, Database } from '@jingzhun/database';
import { Internal } from '@jingzhun/subgraph';
import { Body, HttpCode, Inject, Post } from '@nestjs/common';
import { z } from 'zod';
import { CaseRepository } from '../case/case.repository';
import { PublicityService } from '../publicity/publicity.service';
import { SittingRepository } from '../sitting/sitting.repository';

const stageOfSubject = z.object({
  subjectKind,
  subjectId: z.uuid(),
  stage: z.string().min(1),
  round: z.int().min(1),
});

const closePublicity = z.object({ sittingId: z.uuid() });

/** What the case workflows ask of this service. */
@Internal()
export class MachineController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CaseRepository) private readonly cases: CaseRepository,
    @Inject(SittingRepository) private readonly sittings: SittingRepository,
    @Inject(PublicityService) private readonly publicities: PublicityService,
  ) {}

  /** Whether a stage is still open; waits for a decision under way. */
  @Post('stage-open')
  @HttpCode(200)
  stageOpen(@Body({ schema: stageOfSubject }) asked: StageOfSubject): Promise<StageOpenAnswer> {
    const subjects = asked.subjectKind === 'household' ? this.cases : this.sittings;
    return this.database.transaction(countyWide, (tx) =>
      subjects.isOpen(tx, asked.subjectId, asked.stage, asked.round),
    );
  }

  @Post('close-publicity')
  @HttpCode(204)
  closePublicity(@Body({ schema: closePublicity }) { sittingId }: ClosePublicity): Promise<void> {
    return this.publicities.close(sittingId);
  }
}
