import type { Caller } from '@jingzhun/access';
import { Database } from '@jingzhun/database';
import { Inject, Injectable } from '@nestjs/common';
import { PoorHouseholdQueries, type CardFigures } from '../score-line/poor-household.queries';
import { ScoreLineRepository } from '../score-line/score-line.repository';

/** How far the cards of an area's poor households are. */
@Injectable()
export class CardFiguresQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ScoreLineRepository) private readonly lines: ScoreLineRepository,
    @Inject(PoorHouseholdQueries) private readonly lists: PoorHouseholdQueries,
  ) {}

  figures(caller: Caller, areaCode: string): Promise<CardFigures> {
    return this.database.read(caller, async (tx) => {
      const line = await this.lines.newest(tx);
      return line ? this.lists.cardFigures(tx, areaCode, line) : { listed: 0, begun: 0, complete: 0 };
    });
  }
}
