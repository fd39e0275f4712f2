import { Module } from '@nestjs/common';
import { CaseModule } from '../case/case.module';
import { SittingQueries } from './sitting.queries';
import { SittingResolver } from './sitting.resolver';
import { SittingService } from './sitting.service';

@Module({
  imports: [CaseModule],
  providers: [SittingQueries, SittingResolver, SittingService],
})
export class SittingModule {}
