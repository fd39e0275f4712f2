import { randomUUID } from 'node:crypto';
import { groups, villages } from '../testing/three-villages';
import type { ThreeVillages } from '../testing/three-villages-stack';

/** What the worker of the first village must never see or touch: everything of the second one. */
export interface Foreign {
  householdId: string;
  version: number;
  clockId: string;
  clockVersion: number;
  personId: string;
  teamId: string;
  accountId: string;
}

/** Anything by which the other village could be recognised: its codes, ids and people. */
export function traces({ householdId, personId, teamId }: Foreign): RegExp {
  return new RegExp(
    [villages[1], householdId, personId, teamId, 'worker-1', 'secretary-1', '"(clocks|households)":[1-9]'].join('|'),
  );
}

export async function foreignRecords(world: ThreeVillages): Promise<Foreign> {
  const officer = world.as('officer');
  const { households, people, teams } = await officer.ask<{
    households: { nodes: { id: string; version: number; clock: { id: string; version: number } }[] };
    people: { nodes: { id: string; number: string }[] };
    teams: { nodes: { id: string; number: string }[] };
  }>(
    `query ($area: ID!) {
       households(filter: { areaCode: $area }, first: 100) { nodes { id version clock { id version } } }
       people(first: 100) { nodes { id number } }
       teams(first: 100) { nodes { id number } }
     }`,
    { area: groups[1] },
  );
  // The last household is one that no other scenario touches before its visit is due.
  const household = households.nodes.at(-1)!;
  return {
    householdId: household.id,
    version: household.version,
    clockId: household.clock.id,
    clockVersion: household.clock.version,
    personId: people.nodes.find(({ number }) => number === 'worker-1')!.id,
    teamId: teams.nodes.find(({ number }) => number === 'team-worker-1')!.id,
    accountId: randomUUID(),
  };
}
