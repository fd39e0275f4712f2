import { Module } from '@nestjs/common';
import { CaseModule } from '../case/case.module';
import { ScoreSheetModule } from '../score-sheet/score-sheet.module';
import { EntryRepository } from './entry.repository';
import { EntryResolver } from './entry.resolver';
import { EntryService } from './entry.service';

@Module({
  imports: [CaseModule, ScoreSheetModule],
  providers: [EntryRepository, EntryResolver, EntryService],
  exports: [EntryService],
})
export class EntryModule {}
