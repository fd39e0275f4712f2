import type { Caller } from '@jingzhun/access';
import { CallerOf, type Page } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { LeadImportService, type ImportMatchFile } from './lead-import.service';
import { LeadQueries } from './lead.queries';
import type { LeadFilter, LeadRow, MatchFileRow } from './lead.repository';
import { LeadService, type DecideLead, type LeadStep, type RecordLeadReply } from './lead.service';

@Resolver('Lead')
export class LeadResolver {
  constructor(
    @Inject(LeadService) private readonly service: LeadService,
    @Inject(LeadImportService) private readonly imports: LeadImportService,
    @Inject(LeadQueries) private readonly queries: LeadQueries,
  ) {}

  @Query()
  leads(
    @CallerOf() caller: Caller,
    @Args('first') first: number,
    @Args('filter') filter?: LeadFilter,
    @Args('after') after?: string,
  ): Promise<Page<LeadRow>> {
    return this.queries.page(caller, filter ?? {}, first, after);
  }

  @Query()
  matchFiles(@CallerOf() caller: Caller): Promise<MatchFileRow[]> {
    return this.imports.files(caller);
  }

  @Mutation()
  importMatchFile(@CallerOf() caller: Caller, @Args('input') input: ImportMatchFile): Promise<MatchFileRow> {
    return this.imports.import(caller, input);
  }

  @Mutation()
  notifyOfLead(@CallerOf() caller: Caller, @Args('input') input: LeadStep): Promise<LeadRow> {
    return this.service.notify(caller, input);
  }

  @Mutation()
  recordLeadReply(@CallerOf() caller: Caller, @Args('input') input: RecordLeadReply): Promise<LeadRow> {
    return this.service.reply(caller, input);
  }

  @Mutation()
  decideLead(@CallerOf() caller: Caller, @Args('input') input: DecideLead): Promise<LeadRow> {
    return this.service.decide(caller, input);
  }
}
