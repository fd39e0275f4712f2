import { Module } from '@nestjs/common';
import { CaseModule } from '../case/case.module';
import { ObjectionRepository } from '../objection/objection.repository';
import { HouseholdPublicity } from './household-publicity';
import { NoticeQueries } from './notice.queries';
import { PublicityClosing } from './publicity-closing';
import { PublicityResolver } from './publicity.resolver';
import { PublicityService } from './publicity.service';

@Module({
  imports: [CaseModule],
  providers: [
    HouseholdPublicity,
    NoticeQueries,
    ObjectionRepository,
    PublicityClosing,
    PublicityResolver,
    PublicityService,
  ],
  exports: [CaseModule, HouseholdPublicity, ObjectionRepository, PublicityClosing],
})
export class PublicityModule {}
