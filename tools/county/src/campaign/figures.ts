import type { Session } from '../gateway/session';

/** The county line, as `figures` answers it. */
export interface CountyFigures {
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
  /** How often a meeting sent a household back. */
  returned: number;
  /** Sittings that were adjourned. */
  adjourned: number;
  /** How often a team came in vain. */
  visitAttempts: number;
  lateVisits: number;
  /** Of score sheets. */
  corrections: number;
  vetoes: number;
  vetoesStanding: number;
  vetoesLifted: number;
  leads: number;
  leadsConfirmed: number;
}

/** One township's row of the table. */
export interface TownshipFigures {
  code: string;
  name: string;
  villages: number;
  groups: number;
  households: number;
  visited: number;
  scored: number;
  groupReviews: number;
  published: number;
  villageReviews: number;
  entered: number;
}

export interface Figures extends CountyFigures {
  byTownship: TownshipFigures[];
}

const county = `query ($areaCode: ID!) {
  figures {
    townships villages groups hamlets households householdsInPoorVillages householdsElsewhere members
    visited scored groupReviews groupPublicities villageReviews entered returned adjourned
    visitAttempts lateVisits corrections vetoes vetoesStanding vetoesLifted leads leadsConfirmed
  }
  campaign { profile { stages { key } } }
  progress(areaCode: $areaCode) { children { area { code name } households stages { stage households } } }
}`;
const below = `query ($parent: ID!) { areas(parent: $parent) { code } }`;
const sittings = `query ($areaCode: ID!) {
  group: sittings(filter: { areaCode: $areaCode, kind: group, state: closed }, first: 1) { totalCount }
  village: sittings(filter: { areaCode: $areaCode, kind: village, state: closed }, first: 1) { totalCount }
}`;

export const figuresOperations = { county, below, sittings };

interface CountyAnswer {
  figures: CountyFigures;
  campaign: { profile: { stages: { key: string }[] } };
  progress: {
    children: {
      area: { code: string; name: string };
      households: number;
      stages: { stage: string; households: number }[];
    }[];
  };
}

/** Reads the figures of the whole county, as a county leader sees them. */
export async function readFigures(session: Session, countyCode: string): Promise<Figures> {
  const { figures, campaign, progress } = await session.ask<CountyAnswer>(county, { areaCode: countyCode });
  const chain = campaign.profile.stages.map(({ key }) => key);
  const byTownship: TownshipFigures[] = [];
  for (const { area, households, stages } of progress.children) {
    /** Households past a stage: all but those that are at it or before it. */
    const past = (stage: string): number => {
      const before = chain.slice(0, chain.indexOf(stage) + 1);
      const waiting = stages.filter((count) => before.includes(count.stage));
      return households - waiting.reduce((sum, count) => sum + count.households, 0);
    };
    const closed = await session.ask<{ group: { totalCount: number }; village: { totalCount: number } }>(sittings, {
      areaCode: area.code,
    });
    byTownship.push({
      code: area.code,
      name: area.name,
      ...(await countAreas(session, area.code)),
      households,
      visited: past('visit'),
      scored: past('scoring'),
      groupReviews: closed.group.totalCount,
      published: past('publicity'),
      villageReviews: closed.village.totalCount,
      entered: past('entry'),
    });
  }
  return { ...figures, byTownship };
}

async function countAreas(session: Session, townshipCode: string): Promise<{ villages: number; groups: number }> {
  const children = async (parent: string) =>
    (await session.ask<{ areas: { code: string }[] }>(below, { parent })).areas;
  const villages = await children(townshipCode);
  let groups = 0;
  for (const { code } of villages) groups += (await children(code)).length;
  return { villages: villages.length, groups };
}
