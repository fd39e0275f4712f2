import type { Caller } from '@jingzhun/access';
import { Database } from '@jingzhun/database';
import { Inject, Injectable } from '@nestjs/common';
import { areasWithin } from '../clock/areas-within';
import type { Cell } from './board.rules';

/** `stateAt` of an open clock in SQL, at the instant `$3`; a spec holds the two together. */
const state = `CASE WHEN posted_at IS NOT NULL THEN 'waiting' WHEN due_at <= $3 THEN 'breached'
                    WHEN remind_at <= $3 THEN 'atRisk' ELSE 'onTrack' END`;

/** What one line of the board stands for: the areas of so many digits, or the stages. */
export type BoardLines = { digits: number } | 'stages';

export interface DeadlineFigures {
  clocks: number;
  open: number;
  met: number;
  late: number;
  reminders: number;
  breaches: number;
  extensions: number;
}

/**
 * The statement of the board. The scope is joined as ranges of codes (all that begin with an area lie from it up to it with a
 * ':' behind, the character after '9'), so that a worker's three groups are three short walks of the index.
 */
export function boardStatement(lines: BoardLines): string {
  const line = lines === 'stages' ? 'stage' : `left(area_code, ${lines.digits})`;
  return `SELECT ${line} AS line, ${state} AS state, count(*)::int AS clocks, sum(households)::int AS households
            FROM unnest($1::text[], $2::text[]) AS scope (first, past)
            JOIN clock ON area_code >= scope.first AND area_code < scope.past
           WHERE completed_at IS NULL GROUP BY 1, 2`;
}

export function boardParameters(areas: readonly string[], at: Date): unknown[] {
  return [areas, areas.map((area) => `${area}:`), at];
}

/** Sums for the board: one statement each over what is there, and no question to Temporal. */
@Injectable()
export class BoardQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  cells(caller: Caller, areaCode: string | null | undefined, lines: BoardLines, at: Date): Promise<Cell[]> {
    const areas = areasWithin(caller.areas, areaCode);
    return this.database.read(caller, (tx) => tx.query<Cell[]>(boardStatement(lines), boardParameters(areas, at)));
  }

  /** Counted over all clocks, the completed ones too: for a report, not for a page that is open all day. */
  async figures(caller: Caller, areaCode: string | null | undefined): Promise<DeadlineFigures> {
    const late = 'breached_at IS NOT NULL OR least(posted_at, completed_at) > due_at';
    const [figures] = await this.database.read(caller, (tx) =>
      tx.query<DeadlineFigures[]>(
        `SELECT count(*)::int AS clocks,
                count(*) FILTER (WHERE completed_at IS NULL)::int AS open,
                count(*) FILTER (WHERE completed_at IS NOT NULL AND (${late}) IS NOT TRUE)::int AS met,
                count(*) FILTER (WHERE completed_at IS NOT NULL AND (${late}))::int AS late,
                count(reminded_at)::int AS reminders, count(breached_at)::int AS breaches,
                coalesce(sum(version - 1), 0)::int AS extensions
           FROM clock WHERE area_code ^@ ANY ($1)`,
        [areasWithin(caller.areas, areaCode)],
      ),
    );
    return figures!;
  }
}
