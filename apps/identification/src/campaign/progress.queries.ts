import type { Caller } from '@jingzhun/access';
import { Database } from '@jingzhun/database';
import { levelOf, NotFound } from '@jingzhun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { AreaRow } from '../area/area.entity';

export interface StageCount {
  stage: string;
  households: number;
}

export interface AreaProgress {
  area: AreaRow;
  households: number;
  stages: StageCount[];
}

export interface Progress extends AreaProgress {
  children: AreaProgress[];
}

export interface Figures {
  asOf: Date;
  townships: number;
  villages: number;
  groups: number;
  hamlets: number;
  households: number;
  householdsInPoorVillages: number;
  householdsElsewhere: number;
  members: number;
  visited: number;
  scored: number;
  groupReviews: number;
  groupPublicities: number;
  villageReviews: number;
  entered: number;
  returned: number;
  adjourned: number;
  visitAttempts: number;
  lateVisits: number;
  corrections: number;
  vetoes: number;
  vetoesStanding: number;
  vetoesLifted: number;
  leads: number;
  leadsConfirmed: number;
}

/** Length of the codes one level down; a group has nothing below it. */
const lengthBelow = { county: 9, township: 12, village: 15, group: 15 };

/** Counts over areas, from the counters that every move keeps in its own transaction. */
@Injectable()
export class ProgressQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  progress(caller: Caller, areaCode: string): Promise<Progress> {
    return this.database.read(caller, async (tx) => {
      const area = await tx.getRepository(AreaRow).findOneBy({ code: areaCode });
      if (!area) throw new NotFound('There is no such area.', 'areaCode');
      const level = levelOf(area.code) ?? 'group';
      const rows = await tx.query<{ code: string; stage: string; households: number }[]>(
        `SELECT left(area_code, $2) AS code, stage, sum(households)::int AS households
           FROM stage_counter WHERE area_code ^@ $1 AND households > 0 GROUP BY 1, 2 ORDER BY 1, 2`,
        [areaCode, lengthBelow[level]],
      );
      const children = await tx.query<AreaRow[]>(
        `SELECT code, name, level, kind, poor FROM area WHERE parent_code = $1 ORDER BY code`,
        [areaCode],
      );
      return {
        ...summed(area, rows),
        children:
          level === 'group'
            ? []
            : children.map((child) =>
                summed(
                  child,
                  rows.filter(({ code }) => code === child.code),
                ),
              ),
      };
    });
  }

  figures(caller: Caller): Promise<Figures> {
    return this.database.read(caller, async (tx) => {
      // A caller also sees the areas above his own; townships and villages are counted by the groups that lie in them.
      const [row] = await tx.query<Figures[]>(
        `SELECT now() AS "asOf",
           (SELECT count(DISTINCT left(code, 9))::int FROM area WHERE level = 'group') AS townships,
           (SELECT count(DISTINCT left(code, 12))::int FROM area WHERE level = 'group') AS villages,
           (SELECT count(*)::int FROM area WHERE level = 'group') AS groups,
           (SELECT count(*)::int FROM hamlet) AS hamlets,
           h.households, h."householdsInPoorVillages", h.households - h."householdsInPoorVillages" AS "householdsElsewhere",
           (SELECT count(*)::int FROM member) AS members,
           (SELECT count(DISTINCT household_id)::int FROM visit) AS visited,
           (SELECT count(DISTINCT household_id)::int FROM score_sheet) AS scored,
           (SELECT count(DISTINCT area_code)::int FROM sitting WHERE kind = 'group' AND held_at IS NOT NULL) AS "groupReviews",
           (SELECT count(DISTINCT area_code)::int FROM publicity WHERE closed_at IS NOT NULL) AS "groupPublicities",
           (SELECT count(DISTINCT area_code)::int FROM sitting WHERE kind = 'village' AND held_at IS NOT NULL) AS "villageReviews",
           (SELECT count(*)::int FROM entry) AS entered,
           (SELECT count(*)::int FROM sitting_household WHERE verdict = 'returned') AS returned,
           (SELECT count(*)::int FROM meeting_fact AS fact WHERE kind = 'adjourned'
               AND NOT EXISTS (SELECT FROM meeting_fact AS struck WHERE struck.sitting_id = fact.sitting_id
                                  AND struck.kind = 'struck' AND (struck.content ->> 'fact')::int = fact.sequence)) AS adjourned,
           (SELECT count(*)::int FROM visit_attempt) AS "visitAttempts",
           (SELECT count(*)::int FROM late_visit) AS "lateVisits",
           (SELECT count(*)::int FROM score_correction) AS corrections,
           v.vetoes, v."vetoesStanding", v."vetoesLifted", l.leads, l."leadsConfirmed"
         FROM (SELECT count(*)::int AS households, count(*) FILTER (WHERE poor_village)::int AS "householdsInPoorVillages"
                 FROM household) AS h,
              (SELECT count(*)::int AS vetoes, count(*) FILTER (WHERE state = 'standing')::int AS "vetoesStanding",
                      count(*) FILTER (WHERE state = 'lifted')::int AS "vetoesLifted" FROM veto) AS v,
              (SELECT count(*)::int AS leads, count(*) FILTER (WHERE state = 'confirmed')::int AS "leadsConfirmed" FROM lead) AS l`,
      );
      return row!;
    });
  }
}

function summed(area: AreaRow, rows: { stage: string; households: number }[]): AreaProgress {
  const stages = new Map<string, number>();
  for (const row of rows) stages.set(row.stage, (stages.get(row.stage) ?? 0) + row.households);
  return {
    area,
    households: [...stages.values()].reduce((total, households) => total + households, 0),
    stages: [...stages].map(([stage, households]) => ({ stage, households })),
  };
}
