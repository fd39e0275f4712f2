import { Module } from '@nestjs/common';
import { CampaignModule } from '../campaign/campaign.module';
import { HouseholdCardModule } from '../household-card/household-card.module';
import { MeetingRepository } from '../meeting/meeting.repository';
import { ProfileModule } from '../profile/profile.module';
import { ScoreSheetModule } from '../score-sheet/score-sheet.module';
import { DocumentLoader } from './document-loader';
import { DocumentPrintRepository } from './document-print.repository';
import { PrintController } from './print.controller';
import { PrintQueries } from './print.queries';
import { PrintService } from './print.service';

@Module({
  imports: [CampaignModule, HouseholdCardModule, ProfileModule, ScoreSheetModule],
  controllers: [PrintController],
  providers: [DocumentLoader, DocumentPrintRepository, MeetingRepository, PrintQueries, PrintService],
})
export class PrintModule {}
