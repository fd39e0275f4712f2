import type { Caller } from '@jingzhun/access';
import { CallerOf, type Page } from '@jingzhun/subgraph';
import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import type { ClockRow } from '../clock/clock.entity';
import type { QueryBoardArgs, QueryDeadlineFiguresArgs, QueryStuckCasesArgs } from '../graph.generated';
import type { DeadlineFigures } from './board.queries';
import { BoardService, type BoardView } from './board.service';

@Resolver()
export class BoardResolver {
  constructor(@Inject(BoardService) private readonly service: BoardService) {}

  @Query()
  board(@CallerOf() caller: Caller, @Args() { areaCode, by }: QueryBoardArgs): Promise<BoardView> {
    return this.service.board(caller, areaCode, by);
  }

  @Query()
  stuckCases(
    @CallerOf() caller: Caller,
    @Args() { filter, first, after }: QueryStuckCasesArgs,
  ): Promise<Page<ClockRow>> {
    return this.service.stuck(caller, filter ?? {}, first, after);
  }

  @Query()
  deadlineFigures(
    @CallerOf() caller: Caller,
    @Args() { areaCode }: QueryDeadlineFiguresArgs,
  ): Promise<DeadlineFigures & { asOf: Date }> {
    return this.service.figures(caller, areaCode);
  }
}
