import { Module } from '@nestjs/common';
import { ProfileModule } from '../profile/profile.module';
import { PublicityRepository } from '../publicity/publicity.repository';
import { SittingOpening } from '../sitting/sitting-opening';
import { SittingRepository } from '../sitting/sitting.repository';
import { CaseLock } from './case-lock';
import { CaseRepository } from './case.repository';
import { CaseService } from './case.service';

@Module({
  imports: [ProfileModule],
  providers: [CaseLock, CaseRepository, CaseService, PublicityRepository, SittingOpening, SittingRepository],
  exports: [CaseLock, CaseRepository, CaseService, ProfileModule, PublicityRepository, SittingOpening, SittingRepository],
})
export class CaseModule {}
