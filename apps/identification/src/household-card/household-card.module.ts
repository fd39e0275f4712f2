import { Module } from '@nestjs/common';
import { CaseModule } from '../case/case.module';
import { ObservationModule } from '../observation/observation.module';
import { ProfileModule } from '../profile/profile.module';
import { ScoreLineModule } from '../score-line/score-line.module';
import { CardContent } from './card-content';
import { CardFiguresQueries } from './card-figures.queries';
import { HouseholdCardQueries } from './household-card.queries';
import { HouseholdCardRepository } from './household-card.repository';
import { HouseholdCardResolver } from './household-card.resolver';
import { HouseholdCardService } from './household-card.service';

@Module({
  imports: [CaseModule, ObservationModule, ProfileModule, ScoreLineModule],
  providers: [
    CardContent,
    CardFiguresQueries,
    HouseholdCardQueries,
    HouseholdCardRepository,
    HouseholdCardResolver,
    HouseholdCardService,
  ],
  exports: [HouseholdCardRepository],
})
export class HouseholdCardModule {}
