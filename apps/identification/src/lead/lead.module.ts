import { Module, type DynamicModule } from '@nestjs/common';
import { CampaignModule } from '../campaign/campaign.module';
import { CaseModule } from '../case/case.module';
import { VetoModule } from '../veto/veto.module';
import { HouseholdLeadResolver } from './household-lead.resolver';
import { LeadImportService } from './lead-import.service';
import { LeadQueries } from './lead.queries';
import { LeadRepository } from './lead.repository';
import { LeadResolver } from './lead.resolver';
import { LeadService } from './lead.service';

@Module({})
export class LeadModule {
  /** `uploads` is the module that takes files in. */
  static forRoot({ uploads }: { uploads: DynamicModule }): DynamicModule {
    return {
      module: LeadModule,
      imports: [CampaignModule, CaseModule, VetoModule, uploads],
      providers: [HouseholdLeadResolver, LeadImportService, LeadQueries, LeadRepository, LeadResolver, LeadService],
    };
  }
}
