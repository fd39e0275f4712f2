import { Module } from '@nestjs/common';
import { AreaQueries } from './area.queries';
import { AreaResolver } from './area.resolver';

@Module({ providers: [AreaQueries, AreaResolver], exports: [AreaQueries] })
export class AreaModule {}
