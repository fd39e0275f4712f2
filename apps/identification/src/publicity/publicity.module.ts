import { Module } from '@nestjs/common';
import { CaseModule } from '../case/case.module';
import { PublicityResolver } from './publicity.resolver';
import { PublicityService } from './publicity.service';

@Module({
  imports: [CaseModule],
  providers: [PublicityResolver, PublicityService],
  exports: [PublicityService],
})
export class PublicityModule {}
