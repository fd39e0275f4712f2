import { Module } from '@nestjs/common';
import { CampaignModule } from '../campaign/campaign.module';
import { ProfileModule } from '../profile/profile.module';
import { DocumentLoader } from './document-loader';
import { DocumentPrintRepository } from './document-print.repository';
import { PrintController } from './print.controller';
import { PrintQueries } from './print.queries';
import { PrintService } from './print.service';

@Module({
  imports: [CampaignModule, ProfileModule],
  controllers: [PrintController],
  providers: [DocumentLoader, DocumentPrintRepository, PrintQueries, PrintService],
})
export class PrintModule {}
