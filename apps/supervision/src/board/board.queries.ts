import type { Caller } from '@jingzhun/access';
import { Database } from '@jingzhun/database';
import { Inject, Injectable } from '@nestjs/common';
import { areasWithin } from '../clock/areas-within';
import type { Cell } from './board.rules';

/** `stateAt` of an open clock in SQL, at the instant `$1`; a spec holds the two together. */
const state = `CASE WHEN posted_at IS NOT NULL THEN 'waiting' WHEN due_at <= $1 THEN 'breached'
                    WHEN remind_at <= $1 THEN 'atRisk' ELSE 'onTrack' END`;

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
 * The statement of the board and its parameters. Each area of the scope is a condition of its own, so that the server knows
 * how much it asks for: a county is read through, a worker's three groups are three short walks of the index.
 */
export function boardStatement(lines: BoardLines, areas: readonly string[], at: Date): [string, unknown[]] {
  const line = lines === 'stages' ? 'stage' : `left(area_code, ${lines.digits})`;
  const scope = areas.map((_, index) => `area_code ^@ $${index + 2}`).join(' OR ') || 'false';
  return [
    `SELECT ${line} AS line, ${state} AS state, count(*)::int AS clocks, sum(households)::int AS households
       FROM clock WHERE completed_at IS NULL AND (${scope}) GROUP BY 1, 2`,
    [at, ...areas],
  ];
}

/** Sums for the board: one statement each over what is there, and no question to Temporal. */
@Injectable()
export class BoardQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  cells(caller: Caller, areaCode: string | null | undefined, lines: BoardLines, at: Date): Promise<Cell[]> {
    const [sql, parameters] = boardStatement(lines, areasWithin(caller.areas, areaCode), at);
    return this.database.read(caller, (tx) => tx.query<Cell[]>(sql, parameters));
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
