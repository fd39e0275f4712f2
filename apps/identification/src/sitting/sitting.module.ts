import { Module } from '@nestjs/common';
import { SittingQueries } from './sitting.queries';
import { SittingResolver } from './sitting.resolver';

@Module({ providers: [SittingQueries, SittingResolver] })
export class SittingModule {}
