import { passportOf } from '@jingzhun/access/testing';
import type { Caller } from '@jingzhun/access';
import { countyWide } from '@jingzhun/database';
import { stateAt, type ClockTimes } from '../clock/clock.rules';
import { Supervision } from '../testing/supervision';
import { boardStatement } from './board.queries';
import { BoardService } from './board.service';

const households = 54_860;
const groups = 1714;

/** Clocks in every state there is, spread over the groups: the moment of each fact is drawn from its number. */
const fill = `
  INSERT INTO clock (subject_kind, subject_id, stage, round, area_code, households, owner_role, opened_at, remind_at,
                     first_due_at, due_at, posted_at, completed_at)
  SELECT 'household', gen_random_uuid(), (ARRAY['visit', 'scoring', 'entry'])[1 + i % 3], 1,
         '451225' || (100 + g % 11) || lpad((1 + g % 137)::text, 3, '0') || lpad((1 + g / 137)::text, 3, '0'), 1, 'fieldWorker',
         noon - interval '4 days', due - interval '12 hours', due, due,
         CASE WHEN i % 17 = 0 THEN due - interval '1 hour' END, CASE WHEN i % 5 = 0 THEN due + interval '1 hour' END
    FROM generate_series(1, ${households}) AS i,
         LATERAL (SELECT i % ${groups} AS g, timestamptz '2015-10-12T12:00:00Z' AS noon) AS one,
         LATERAL (SELECT noon + (i * 7919 % 97 - 40) * interval '1 hour' AS due) AS two`;

const noon = new Date('2015-10-12T12:00:00.000Z');
const inCounty = callerIn('451225');
const inThreeGroups = callerIn('451225100001001', '451225101002001', '451225102003001');

function callerIn(...areas: string[]): Caller {
  const { accountId, personId, requestId } = passportOf('supervisor', areas);
  return { accountId, personId, requestId, areas, roles: ['supervisor'] };
}

describe('the board of a whole county', () => {
  let supervision: Supervision;
  beforeAll(async () => {
    supervision = await Supervision.start(noon.toISOString());
    await supervision.database.transaction(countyWide, (tx) => tx.query(fill));
    await supervision.analyse('clock');
  }, 60_000);
  afterAll(() => supervision.stop());

  it('counts each open clock in the state its rules say', async () => {
    const rows = await supervision.rows<ClockTimes & { area: string }>(
      `SELECT left(area_code, 9) AS area, opened_at AS "openedAt", remind_at AS "remindAt", due_at AS "dueAt",
              breached_at AS "breachedAt", posted_at AS "postedAt", closes_at AS "closesAt", completed_at AS "completedAt"
         FROM clock`,
    );
    const expected: Record<string, number> = {};
    for (const row of rows) {
      const key = `${row.area} ${stateAt(row, noon)}`;
      expected[key] = (expected[key] ?? 0) + 1;
    }
    const { lines } = await supervision.get(BoardService).board(inCounty, '451225', 'AREA');
    expect(lines).toHaveLength(11);
    for (const { area, counts } of lines) {
      for (const [state, { clocks }] of Object.entries(counts)) {
        expect({ area, state, clocks }).toEqual({ area, state, clocks: expected[`${area?.code} ${state}`] ?? 0 });
      }
    }
  });

  it('adds up to the same by area and by stage', async () => {
    const service = supervision.get(BoardService);
    const [byArea, byStage] = [
      await service.board(inCounty, null, 'AREA'),
      await service.board(inCounty, null, 'STAGE'),
    ];
    expect(byStage.lines.map(({ stage }) => stage)).toEqual(['entry', 'scoring', 'visit']);
    expect(byStage.total).toEqual(byArea.total);
  });

  const openIn = async (area: string) => {
    const [row] = await supervision.rows<{ open: number }>(
      'SELECT count(*)::int AS open FROM clock WHERE completed_at IS NULL AND area_code ^@ $1',
      [area],
    );
    return row!.open;
  };

  it('is read in one pass over the open clocks, without sorting them', async () => {
    const nodes = nodesOf(await explain(...boardStatement({ digits: 9 }, inCounty.areas, noon)));
    const scans = nodes.filter(({ relation }) => relation === 'clock');
    expect(scans.map(({ rows }) => rows)).toEqual([await openIn('451225')]);
    expect(nodes.filter(({ kind }) => kind === 'Sort')).toEqual([]);
  });

  it.each([
    ['one township', ['451225100'], 12],
    ['three groups', inThreeGroups.areas, 15],
  ])('reads of %s the open clocks only, found by the index', async (_, areas, digits) => {
    const nodes = nodesOf(await explain(...boardStatement({ digits }, areas, noon)));
    const found = nodes.filter(({ index }) => index === 'clock_open_by_area').map(({ rows }) => rows);
    expect(found).toEqual(await Promise.all(areas.map((area) => openIn(area))));
  });

  it('lists the stuck cases along the index of due times, a page at a time, each once', async () => {
    const service = supervision.get(BoardService);
    const seen = new Set<string>();
    let last = '';
    let after: string | null = null;
    let pages = 0;
    do {
      const page = await service.stuck(inThreeGroups, {}, 7, after);
      for (const { id, dueAt } of page.nodes) {
        expect(dueAt!.toISOString() >= last).toBe(true);
        last = dueAt!.toISOString();
        seen.add(id);
      }
      expect(page.nodes.length).toBeLessThanOrEqual(7);
      expect(page.totalCount).toBeGreaterThan(7);
      pages += 1;
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      if (!after) expect(seen.size).toBe(page.totalCount);
    } while (after);
    expect(pages).toBe(Math.ceil(seen.size / 7));

    const { total } = await service.board(inThreeGroups, null, 'STAGE');
    expect(seen.size).toBe(total.atRisk.clocks + total.breached.clocks);
    const plan = await explain(
      `SELECT * FROM clock WHERE completed_at IS NULL AND posted_at IS NULL AND area_code ^@ ANY ($1)
          AND (due_at <= $2 OR remind_at <= $2) AND (due_at, id) > ($3, $4::uuid) ORDER BY due_at, id LIMIT 101`,
      [inCounty.areas, noon, noon, '00000000-0000-0000-0000-000000000000'],
    );
    expect(nodesOf(plan)).toContainEqual(expect.objectContaining({ index: 'clock_owed_by_due' }));
  });

  it('can be narrowed to a stage, to breaches and to an area', async () => {
    const service = supervision.get(BoardService);
    const { total } = await service.board(inCounty, '451225100', 'STAGE');
    const count = async (filter: Parameters<BoardService['stuck']>[1]) =>
      (await service.stuck(inCounty, { areaCode: '451225100', ...filter }, 1)).totalCount;
    expect(await count({ state: 'breached' })).toBe(total.breached.clocks);
    expect(await count({ state: 'atRisk' })).toBe(total.atRisk.clocks);
    const stages = await Promise.all(['visit', 'scoring', 'entry'].map((stage) => count({ stage })));
    expect(stages.reduce((sum, one) => sum + one)).toBe(total.breached.clocks + total.atRisk.clocks);
  });

  it('reports what has been recorded, the completed ones in time and late', async () => {
    const figures = await supervision.get(BoardService).figures(inCounty, '451225');
    expect(figures).toMatchObject({ clocks: households, reminders: 0, breaches: 0, extensions: 0 });
    expect(figures.open + figures.met + figures.late).toBe(households);
    expect(figures.met).toBeGreaterThan(0);
    expect(figures.late).toBeGreaterThan(0);
  });

  const explain = async (sql: string, parameters: unknown[]): Promise<Plan> => {
    const [row] = await supervision.rows<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${sql}`,
      parameters,
    );
    return row!['QUERY PLAN'][0].Plan;
  };
});

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  Plans?: Plan[];
}

interface PlanNode {
  kind: string;
  relation?: string;
  index?: string;
  rows: number;
}

function nodesOf(plan: Plan): PlanNode[] {
  const rows = Math.round(plan['Actual Rows'] * plan['Actual Loops']);
  return [
    { kind: plan['Node Type'], relation: plan['Relation Name'], index: plan['Index Name'], rows },
    ...(plan.Plans ?? []).flatMap((inner) => nodesOf(inner)),
  ];
}
