import type { Caller } from '@jingzhun/access';
import type { Clock } from '@jingzhun/kernel';
import type { Page } from '@jingzhun/subgraph';
import { Inject, Injectable } from '@nestjs/common';
import type { ClockRow } from '../clock/clock.entity';
import type { BoardBy, StuckFilter } from '../graph.generated';
import { TIME } from '../time.module';
import { BoardQueries, type DeadlineFigures } from './board.queries';
import { commonArea, countsOf, lineDigits, linesOf, type BoardCounts } from './board.rules';
import { StuckCaseQueries } from './stuck-case.queries';

export interface BoardView {
  area: { code: string } | null;
  asOf: Date;
  total: BoardCounts;
  lines: { area?: { code: string }; stage?: string; counts: BoardCounts }[];
}

/** The board at the present moment. */
@Injectable()
export class BoardService {
  constructor(
    @Inject(BoardQueries) private readonly queries: BoardQueries,
    @Inject(StuckCaseQueries) private readonly stuckCases: StuckCaseQueries,
    @Inject(TIME) private readonly time: Clock,
  ) {}

  async board(caller: Caller, areaCode: string | null | undefined, by: BoardBy): Promise<BoardView> {
    const asOf = this.time.now();
    const area = areaCode ?? commonArea(caller.areas);
    const cells = await this.queries.cells(
      caller,
      areaCode,
      by === 'STAGE' ? 'stages' : { digits: lineDigits(area) },
      asOf,
    );
    return {
      area: area ? { code: area } : null,
      asOf,
      total: countsOf(cells),
      lines: linesOf(cells).map(({ line, counts }) =>
        by === 'STAGE' ? { stage: line, counts } : { area: { code: line }, counts },
      ),
    };
  }

  stuck(caller: Caller, filter: StuckFilter, first: number, after?: string | null): Promise<Page<ClockRow>> {
    return this.stuckCases.page(caller, filter, this.time.now(), first, after);
  }

  async figures(caller: Caller, areaCode?: string | null): Promise<DeadlineFigures & { asOf: Date }> {
    return { asOf: this.time.now(), ...(await this.queries.figures(caller, areaCode)) };
  }
}
