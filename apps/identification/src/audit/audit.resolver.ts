import type { Caller } from '@jingzhun/access';
import { CallerOf } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { AuditService, type AuditsRecorded, type RecordAudits } from './audit.service';

@Resolver()
export class AuditResolver {
  constructor(@Inject(AuditService) private readonly audits: AuditService) {}

  @Mutation()
  recordAudits(@CallerOf() caller: Caller, @Args('input') input: RecordAudits): Promise<AuditsRecorded> {
    return this.audits.record(caller, input);
  }
}
