import { Module } from '@nestjs/common';
import { CaseModule } from '../case/case.module';
import { SittingClosing } from '../sitting/sitting-closing';
import { MeetingQueries } from './meeting.queries';
import { BallotResolver, MeetingResolver, OutlierResolver, SeatResolver } from './meeting.resolver';
import { MeetingService } from './meeting.service';
import { RepresentativeResolver } from './representative.resolver';
import { RepresentativeService } from './representative.service';

@Module({
  imports: [CaseModule],
  providers: [
    BallotResolver,
    MeetingQueries,
    MeetingResolver,
    MeetingService,
    OutlierResolver,
    RepresentativeResolver,
    RepresentativeService,
    SeatResolver,
    SittingClosing,
  ],
})
export class MeetingModule {}
