import { Module } from '@nestjs/common';
import { CampaignModule } from '../campaign/campaign.module';
import { CaseModule } from '../case/case.module';
import { ObservationModule } from '../observation/observation.module';
import { HouseholdVetoResolver } from './household-veto.resolver';
import { VetoDecisionService } from './veto-decision.service';
import { VetoEvidence } from './veto-evidence';
import { VetoQueries } from './veto.queries';
import { VetoRepository } from './veto.repository';
import { VetoResolver } from './veto.resolver';
import { VetoService } from './veto.service';

@Module({
  imports: [CampaignModule, CaseModule, ObservationModule],
  providers: [
    HouseholdVetoResolver,
    VetoDecisionService,
    VetoEvidence,
    VetoQueries,
    VetoRepository,
    VetoResolver,
    VetoService,
  ],
  exports: [VetoEvidence, VetoRepository, VetoService],
})
export class VetoModule {}
