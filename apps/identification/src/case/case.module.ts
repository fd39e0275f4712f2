import { Module } from '@nestjs/common';
import { MeetingRepository } from '../meeting/meeting.repository';
import { ProfileModule } from '../profile/profile.module';
import { PublicityRepository } from '../publicity/publicity.repository';
import { SittingOpening } from '../sitting/sitting-opening';
import { SittingRepository } from '../sitting/sitting.repository';
import { CaseEntry } from './case-entry';
import { CaseEntryRepository } from './case-entry.repository';
import { CaseLock } from './case-lock';
import { CaseRepository } from './case.repository';
import { CaseService } from './case.service';

@Module({
  imports: [ProfileModule],
  providers: [
    CaseEntry,
    CaseEntryRepository,
    CaseLock,
    CaseRepository,
    CaseService,
    MeetingRepository,
    PublicityRepository,
    SittingOpening,
    SittingRepository,
  ],
  exports: [
    CaseEntry,
    CaseLock,
    CaseRepository,
    CaseService,
    MeetingRepository,
    ProfileModule,
    PublicityRepository,
    SittingOpening,
    SittingRepository,
  ],
})
export class CaseModule {}
