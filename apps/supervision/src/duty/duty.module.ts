import { Module } from '@nestjs/common';
import { DutyQueries } from './duty.queries';
import { DutyRepository } from './duty.repository';
import { OwnerResolver } from './owner.resolver';

@Module({ providers: [DutyQueries, DutyRepository, OwnerResolver], exports: [DutyQueries, DutyRepository] })
export class DutyModule {}
