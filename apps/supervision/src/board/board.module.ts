import { Module } from '@nestjs/common';
import { BoardQueries } from './board.queries';
import { BoardResolver } from './board.resolver';
import { BoardService } from './board.service';
import { StuckCaseQueries } from './stuck-case.queries';

@Module({ providers: [BoardQueries, BoardResolver, BoardService, StuckCaseQueries] })
export class BoardModule {}
