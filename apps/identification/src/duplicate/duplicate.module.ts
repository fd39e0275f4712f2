import { Module } from '@nestjs/common';
import { DuplicateRepository } from './duplicate.repository';

/** Finding and keeping leads; what people say about them is in DuplicateDecisionModule. */
@Module({ providers: [DuplicateRepository], exports: [DuplicateRepository] })
export class DuplicateModule {}
