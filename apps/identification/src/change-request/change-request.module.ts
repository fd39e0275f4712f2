import { Module } from '@nestjs/common';
import { AreaModule } from '../area/area.module';
import { CampaignModule } from '../campaign/campaign.module';
import { CaseModule } from '../case/case.module';
import { DuplicateModule } from '../duplicate/duplicate.module';
import { HouseholdModule } from '../household/household.module';
import { ChangeApplication } from './change-application';
import { ChangeApproval } from './change-approval';
import { ChangeDecisionService } from './change-decision.service';
import { ChangeRequestFieldsResolver } from './change-request-fields.resolver';
import { ChangeRequestQueries } from './change-request.queries';
import { ChangeRequestRepository } from './change-request.repository';
import { ChangeRequestResolver } from './change-request.resolver';
import { ChangeRequestService } from './change-request.service';
import { HouseholdChangesResolver } from './household-changes.resolver';
import { RegisterChangeRepository } from './register-change.repository';
import { RegisterExtractRepository } from './register-extract.repository';
import { RequestedNumbers } from './requested-numbers';

@Module({
  imports: [AreaModule, CampaignModule, CaseModule, DuplicateModule, HouseholdModule],
  providers: [
    ChangeApplication,
    ChangeApproval,
    ChangeDecisionService,
    ChangeRequestFieldsResolver,
    ChangeRequestQueries,
    ChangeRequestRepository,
    ChangeRequestResolver,
    ChangeRequestService,
    HouseholdChangesResolver,
    RegisterChangeRepository,
    RegisterExtractRepository,
    RequestedNumbers,
  ],
  exports: [ChangeRequestQueries, ChangeRequestService],
})
export class ChangeRequestModule {}
