import { Module } from '@nestjs/common';
import { CaseModule } from '../case/case.module';
import { SittingClosing } from '../sitting/sitting-closing';
import { VetoModule } from '../veto/veto.module';
import { MeetingHolding } from './meeting-holding';
import { MeetingRecord } from './meeting-record';
import { MeetingQueries } from './meeting.queries';
import { BallotResolver, MeetingResolver, OutlierResolver, SeatResolver } from './meeting.resolver';
import { MeetingService } from './meeting.service';
import { OpenMeetings } from './open-meeting';
import { RepresentativeRepository } from './representative.repository';
import { RepresentativeResolver } from './representative.resolver';
import { RepresentativeService } from './representative.service';

@Module({
  imports: [CaseModule, VetoModule],
  providers: [
    BallotResolver,
    MeetingHolding,
    MeetingQueries,
    MeetingRecord,
    MeetingResolver,
    MeetingService,
    OpenMeetings,
    OutlierResolver,
    RepresentativeRepository,
    RepresentativeResolver,
    RepresentativeService,
    SeatResolver,
    SittingClosing,
  ],
})
export class MeetingModule {}
