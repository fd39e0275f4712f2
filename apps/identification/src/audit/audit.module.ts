import { Module } from '@nestjs/common';
import { CaseModule } from '../case/case.module';
import { AuditRepository } from './audit.repository';
import { AuditResolver } from './audit.resolver';
import { AuditService } from './audit.service';

@Module({ imports: [CaseModule], providers: [AuditRepository, AuditResolver, AuditService] })
export class AuditModule {}
