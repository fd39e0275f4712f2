import { Module } from '@nestjs/common';
import { ProfileModule } from '../profile/profile.module';
import { PublicityRepository } from '../publicity/publicity.repository';
import { SittingOpening } from '../sitting/sitting-opening';
import { SittingRepository } from '../sitting/sitting.repository';
import { CaseEntry } from './case-entry';
import { CaseEntryRepository } from './case-entry.repository';
import { CaseRepository } from './case.repository';
import { CaseService } from './case.service';

@Module({
  imports: [ProfileModule],
  providers: [
    CaseEntry,
    CaseEntryRepository,
    CaseRepository,
    CaseService,
    PublicityRepository,
    SittingOpening,
    SittingRepository,
  ],
  exports: [
    CaseEntry,
    CaseRepository,
    CaseService,
    ProfileModule,
    PublicityRepository,
    SittingOpening,
    SittingRepository,
  ],
})
export class CaseModule {}
