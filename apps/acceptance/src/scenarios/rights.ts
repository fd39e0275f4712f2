import { RefusedByRules, Session } from '@jingzhun/county';
import { parse } from 'graphql';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { householdsAt, recordVisit, visitInput } from '../testing/case-steps';
import { groups, villages } from '../testing/three-villages';
import type { ThreeVillages } from '../testing/three-villages-stack';
import { mutationsAimedAt, queriesAimedAt, type Foreign } from './aimed-operations';

const ownSession = ['signIn', 'activateAccount', 'refreshSession', 'signOut', 'changePassword'];

/** Nobody reaches beyond his areas and his duties, by any way in. */
export function rights(world: () => ThreeVillages): void {
  describe('the rights of a field worker', () => {
    let foreign: Foreign;
    beforeAll(async () => {
      foreign = await foreignRecords(world());
    });

    it('show him nothing of the other village through any query that exists', async () => {
      const queries = queriesAimedAt(foreign);
      expect(Object.keys(queries).sort()).toEqual(fieldsOf('Query'));
      for (const [name, query] of Object.entries(queries)) {
        const seen = await seenBy(world().as('worker-0'), query);
        expect({ name, seen }).toEqual({ name, seen: expect.not.stringMatching(traces(foreign)) });
        if (seen.includes('totalCount'))
          expect({ name, seen }).toEqual({ name, seen: expect.stringContaining('"totalCount":0') });
      }
    });

    it('let him change nothing of the other village through any mutation that exists', async () => {
      const mutations = mutationsAimedAt(foreign);
      expect([...Object.keys(mutations), ...ownSession].sort()).toEqual(fieldsOf('Mutation'));
      for (const [name, [input, value]] of Object.entries(mutations)) {
        const mutation = `mutation ($input: ${input}!) { answer: ${name}(input: $input) { __typename ... on Refusal { code message } } }`;
        await expect(
          world()
            .as('worker-0')
            .perform(mutation, { key: randomUUID(), ...value }),
        ).rejects.toThrow(/NOT_FOUND|NOT_ALLOWED/);
      }
      const { version, clockVersion } = await foreignRecords(world());
      expect({ version, clockVersion }).toEqual({ version: foreign.version, clockVersion: foreign.clockVersion });
    });

    it('count only his own groups', async () => {
      const { households } = await world()
        .as('worker-0')
        .ask<{ households: { totalCount: number } }>(`{ households(first: 1) { totalCount } }`);
      expect(households.totalCount).toBe(3);
    });
  });

  describe('a service', () => {
    const probes = [
      '{ _service { sdl } }',
      '{ _entities(representations: [{ __typename: "Household", id: "x" }]) { __typename } }',
      '{ __typename }',
    ];

    it.each(['identification', 'organization', 'supervision'] as const)(
      'called straight (%s) without the signature of the gateway refuses, whatever is asked',
      async (service) => {
        for (const query of probes) {
          const response = await fetch(`${world().stack.apps[service]}/graphql`, {
            method: 'POST',
            headers: {
              'content-type': 'application/json',
              'x-passport': 'e30',
              'x-signed-at': String(Date.now()),
              'x-signature': 'f'.repeat(64),
            },
            body: JSON.stringify({ query }),
          });
          expect({ query, status: response.status }).toEqual({ query, status: 401 });
        }
        const internal = await fetch(`${world().stack.apps[service]}/internal/stage-open`, {
          method: 'POST',
          body: '{}',
        });
        expect([401, 404]).toContain(internal.status);
      },
    );
  });

  describe('the gateway', () => {
    it('refuses whoever has not signed in', async () => {
      await expect(world().gateway.ask({ query: `{ campaign { id } }` })).rejects.toThrow();
    });

    it('locks an account after five wrong passwords, also against the right one', async () => {
      const login = 'leader';
      for (let attempt = 0; attempt < 5; attempt += 1)
        await expect(signIn(world(), login, 'wrong password')).rejects.toThrow(RefusedByRules);
      await expect(signIn(world(), login, `${login} has a password`)).rejects.toThrow(RefusedByRules);
      await signIn(world(), 'supervisor', 'supervisor has a password');
    });
  });

  describe('work sent through the gateway', () => {
    it('twice with one key has one effect and one answer; with another payload it is refused', async () => {
      const { worker } = world().of(2);
      const [household] = await householdsAt(worker, groups[2]!, 'visit');
      const input = visitInput(household!);
      const answered = await Promise.all([1, 2, 3].map(() => worker.perform(recordVisit, input)));
      expect(new Set(answered.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(answered[0]).toMatchObject({ version: household!.version + 1, stage: 'scoring' });
      await expect(worker.perform(recordVisit, { ...input, personsPresent: 5 })).rejects.toThrow('KEY_REUSED');
    });

    it('by two people on one version moves the household once; what the other brings is kept for a person to compare', async () => {
      const { worker } = world().of(2);
      const [household] = await householdsAt(worker, groups[2]!, 'visit');
      const answers = await Promise.all([1, 2].map(() => worker.perform(recordVisit, visitInput(household!))));
      expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['Household', 'LateVisitKept']);
      const { lateVisits } = await worker.ask<{
        lateVisits: { nodes: { householdId: string; taken: string | null }[] };
      }>(`{ lateVisits(filter: { decided: false }, first: 10) { nodes { householdId taken } } }`);
      expect(lateVisits.nodes).toEqual([{ householdId: household!.id, taken: null }]);
    });
  });
}

/** The root fields of the composed graph, so that a field nobody tested here is noticed. */
function fieldsOf(type: 'Query' | 'Mutation'): string[] {
  const sdl = readFileSync(join(__dirname, '../../../gateway/supergraph.graphql'), 'utf8');
  return parse(sdl)
    .definitions.flatMap((definition) =>
      definition.kind === 'ObjectTypeDefinition' && definition.name.value === type
        ? (definition.fields ?? []).map((field) => field.name.value)
        : [],
    )
    .sort();
}

/** The whole answer as text, without the question's own words; a refusal counts as nothing seen. */
async function seenBy(person: Session, query: string): Promise<string> {
  try {
    return JSON.stringify(await person.ask(query));
  } catch (error) {
    return `refused: ${(error as Error).name}`;
  }
}

/** Anything by which the other village could be recognised: its codes, ids and people. */
function traces({ householdId, personId, teamId }: Foreign): RegExp {
  return new RegExp(
    [villages[1], householdId, personId, teamId, 'worker-1', 'secretary-1', '"(clocks|households)":[1-9]'].join('|'),
  );
}

async function foreignRecords(world: ThreeVillages): Promise<Foreign> {
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

async function signIn(world: ThreeVillages, login: string, password: string): Promise<void> {
  const session = new Session(world.gateway, { milliseconds: 10_000 }, { login, password });
  await session.enter();
}
