import { Module } from '@nestjs/common';
import { ClockModule } from '../clock/clock.module';
import { ClockExtensionsResolver } from './clock-extensions.resolver';
import { ExtensionQueries } from './extension.queries';
import { ExtensionRepository } from './extension.repository';
import { ExtensionResolver } from './extension.resolver';
import { ExtensionService } from './extension.service';

@Module({
  imports: [ClockModule],
  providers: [ClockExtensionsResolver, ExtensionQueries, ExtensionRepository, ExtensionResolver, ExtensionService],
})
export class ExtensionModule {}
