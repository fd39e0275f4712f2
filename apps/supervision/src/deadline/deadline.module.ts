import { Module } from '@nestjs/common';
import { ClockModule } from '../clock/clock.module';
import { DeadlineController } from './deadline.controller';
import { DeadlineService } from './deadline.service';

@Module({
  imports: [ClockModule],
  controllers: [DeadlineController],
  providers: [DeadlineService],
  exports: [DeadlineService],
})
export class DeadlineModule {}
