import { Module } from '@nestjs/common';
import { CampaignModule } from '../campaign/campaign.module';
import { CaseModule } from '../case/case.module';
import { ObservationModule } from '../observation/observation.module';
import { HouseholdVetoResolver } from './household-veto.resolver';
import { VetoQueries } from './veto.queries';
import { VetoRepository } from './veto.repository';
import { VetoResolver } from './veto.resolver';
import { VetoService } from './veto.service';

@Module({
  imports: [CampaignModule, CaseModule, ObservationModule],
  providers: [HouseholdVetoResolver, VetoQueries, VetoRepository, VetoResolver, VetoService],
  exports: [VetoRepository, VetoService],
})
export class VetoModule {}
