import { Module } from '@nestjs/common';
import { CaseModule } from '../case/case.module';
import { ScoreSheetModule } from '../score-sheet/score-sheet.module';
import { VetoModule } from '../veto/veto.module';
import { EntryRepository } from './entry.repository';
import { EntryResolver } from './entry.resolver';
import { EntryService } from './entry.service';

@Module({
  imports: [CaseModule, ScoreSheetModule, VetoModule],
  providers: [EntryRepository, EntryResolver, EntryService],
  exports: [EntryService],
})
export class EntryModule {}
