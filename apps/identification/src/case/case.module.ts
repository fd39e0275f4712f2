import { Module } from '@nestjs/common';
import { SittingOpening } from '../sitting/sitting-opening';
import { SittingRepository } from '../sitting/sitting.repository';
import { CaseEntry } from './case-entry';
import { CaseEntryRepository } from './case-entry.repository';
import { CaseRepository } from './case.repository';
import { CaseService } from './case.service';

@Module({
  providers: [CaseEntry, CaseEntryRepository, CaseRepository, CaseService, SittingOpening, SittingRepository],
  exports: [CaseEntry, CaseRepository, CaseService, SittingRepository],
})
export class CaseModule {}
