import { Module } from '@nestjs/common';
import { CaseModule } from '../case/case.module';
import { PublicityModule } from '../publicity/publicity.module';
import { MachineController } from './machine.controller';

@Module({ imports: [CaseModule, PublicityModule], controllers: [MachineController] })
export class MachineModule {}
