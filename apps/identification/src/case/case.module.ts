import { Module } from '@nestjs/common';
import { SittingOpening } from '../sitting/sitting-opening';
import { SittingRepository } from '../sitting/sitting.repository';
import { CaseRepository } from './case.repository';
import { CaseService } from './case.service';

@Module({
  providers: [CaseRepository, CaseService, SittingOpening, SittingRepository],
  exports: [CaseRepository, CaseService, SittingRepository],
})
export class CaseModule {}
