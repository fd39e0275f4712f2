import { roles, type Role } from '@jingzhun/access';
import { random } from '@jingzhun/county';
import { getNamedType, isCompositeType, type GraphQLField } from 'graphql';
import { Bearers, eachOf, type Answer, type Ask } from '../permissions/bearer';
import { mayUse, objectsAt, pathsOf, type Lets, type Path } from '../permissions/path';
import { everythingAt, fieldText, operation, questionAt } from '../permissions/question';
import { recordsSeenBy } from '../permissions/records';
import { opens, rootCalls } from '../permissions/root-call';
import { ruledGraph, subgraphsHere, type RuledGraph } from '../permissions/ruled-graph';
import { nothing, Values, type Aims } from '../permissions/values';
import { county, groups, township, villages } from '../testing/three-villages';
import type { ThreeVillages } from '../testing/three-villages-stack';
import { mutationsAimedAt } from './aimed-operations';
import { foreignRecords, ownSession } from './rights';

type Field = GraphQLField<unknown, unknown>;
type Where = 'inside' | 'outside';

/** The village that is aimed at, and areas that contain it or have nothing of it. */
const [, aimedVillage] = villages;
const areas: Record<Where, string[]> = {
  inside: [county, township, aimedVillage, groups[1]!],
  outside: ['451226', '451225199', villages[2], groups[2]!],
};

/** What these are about belongs to the county as a whole: no area hides it, and they are refused for another reason. */
const ofNoArea = new Set(['importCounty', 'requestProfileMigration', 'saveProfile']);

/** What an answer reads from the clock, so that it changes by itself. */
const ofTheMoment = new Set(['asOf', 'today', 'lateSeconds']);

/** Thousands of calls, on a machine that may have other work. */
const patience = 600_000;

const closed = 'Your role does not allow this.';

/**
 * The rules that the services declare, against what the gateway answers. Nothing here names a field: a new one is asked for by
 * itself. Ids and areas are drawn; PERMISSION_SEED repeats a draw.
 */
export function permissions(world: () => ThreeVillages): void {
  const seed = process.env.PERMISSION_SEED ?? String(Date.now());

  describe(`the rules of the graph (PERMISSION_SEED=${seed})`, () => {
    let graph: RuledGraph;
    let bearers: Bearers;
    let aims: Aims;
    let traces: RegExp;
    const drawn = (...labels: string[]) => random(seed, ...labels);
    const person = (role: Role, where: Where): Ask =>
      bearers.with([{ role, areas: [drawn('area', role, where).pick(areas[where])] }]);
    const everybody = (area: string): Ask => bearers.with(roles.map((role) => ({ role, areas: [area] })));

    beforeAll(async () => {
      graph = ruledGraph(await subgraphsHere());
      const { me } = await world().as('clerk').ask<{ me: { accountId: string } }>(`{ me { accountId } }`);
      bearers = new Bearers(world().stack, me.accountId);
      const seen = (village: string, group: string) =>
        recordsSeenBy(everybody(village), graph, (records) =>
          valuesFor({ records, villages: [village], groups: [group] }, 'seeking'),
        );
      const [here, there] = await Promise.all([seen(aimedVillage, groups[1]!), seen(villages[2], groups[2]!)]);
      aims = { records: here, villages: [aimedVillage], groups: [groups[1]!] };
      const elsewhere = new Set([...there.values()].flat());
      const ids = [...here.values()].flat().filter((id) => id.length > 8 && !elsewhere.has(id));
      traces = new RegExp([...new Set([aimedVillage, ...ids])].join('|'));
    }, patience);

    const valuesFor = (of: Aims, ...labels: string[]) => new Values(drawn('values', ...labels), of);

    it('leave to whoever has not signed in what is public, and nothing else', async () => {
      const refused = await eachOf(rootCalls(graph), async ({ kind, field, rule }) => {
        const { text, variables } = operation(kind, field, graph, valuesFor(nothing, field.name).of(field));
        const { errors = [] } = await bearers.nobody()(text, variables);
        return {
          field: field.name,
          open: !errors.some(({ extensions }) => extensions.code === 'UNAUTHENTICATED'),
          rule,
        };
      });
      expect(refused.filter(({ open, rule }) => open !== 'public' in rule)).toEqual([]);
    });

    it(
      'decide on every query and mutation, for every role, inside an area and outside',
      async () => {
        const people = roles.flatMap((role) =>
          (['inside', 'outside'] as const).map((where) => ({ role, where, ask: person(role, where) })),
        );
        const calls = rootCalls(graph).flatMap((call) => people.map((who) => ({ ...call, ...who })));
        const answers = await eachOf(calls, async ({ kind, field, rule, role, where, ask }) => {
          const { text, variables } = operation(
            kind,
            field,
            graph,
            valuesFor(nothing, field.name, role, where).of(field),
          );
          const answer = await ask(text, variables);
          return {
            field: field.name,
            role,
            where,
            should: opens(rule, role),
            does: !isClosed(answer),
            fault: faultOf(answer),
          };
        });
        expect(answers.filter(({ should, does, fault }) => should !== does || fault !== undefined)).toEqual([]);
        process.stderr.write(`permissions: ${calls.length} calls of ${calls.length / people.length} root fields\n`);
      },
      patience,
    );

    it(
      'decide on every field of every record that somebody can reach, for every role',
      async () => {
        const read = new Set<string>();
        const denied = new Set<string>();
        const wrong: unknown[] = [];
        for (const role of roles) {
          const ask = bearers.with([{ role, areas: [county] }]);
          const lets: Lets = (subgraph, place) => opens(graph.rule(subgraph, place), role);
          await eachOf([...pathsOf(graph, lets)], async ([type, ways]) => {
            if (type === 'Query') return;
            const values = valuesFor(aims, role, type);
            const path = await firstReached(ask, ways, values);
            if (!path) return;
            const fields = Object.values(path.type.getFields());
            const open = fields.filter(({ name }) => mayUse(graph, path, name, lets));
            const texts = open.map((field) => fieldText(field, values)).join(' ');
            const answer = await ask(questionAt(path, values, texts || '__typename'));
            if (answer.errors) wrong.push({ role, type, way: wayOf(path), errors: answer.errors });
            open.forEach(({ name }) => read.add(`${type}.${name}`));
            for (const field of fields.filter((candidate) => !open.includes(candidate))) {
              const place = `${type}.${field.name}`;
              const refusal = await ask(questionAt(path, values, fieldText(field, values)));
              if (isClosed(refusal)) denied.add(`${role} ${place}`);
              else wrong.push({ role, place, way: wayOf(path), answer: refusal });
            }
          });
        }
        expect(wrong).toEqual([]);
        const reachable = pathsOf(graph, () => true);
        const all = graph
          .places()
          .filter((place) => place.split('.')[0] !== 'Query' && reachable.has(place.split('.')[0]!));
        expect([...read].filter((place) => !all.includes(place))).toEqual([]);
        process.stderr.write(
          `permissions: ${read.size} of ${all.length} fields were read by whoever may, ${denied.size} readings by others refused\n`,
        );
      },
      patience,
    );

    it(
      'show nobody outside an area a trace of it, through any query, in any role that may ask it',
      async () => {
        const queries = rootCalls(graph).filter(({ kind }) => kind === 'query');
        const leaks: unknown[] = [];
        const shown: string[] = [];
        await eachOf(queries, async ({ field, rule }) => {
          const inside = await whole(everybody(aimedVillage), field, () => true);
          if (traces.test(JSON.stringify(inside.data ?? null))) shown.push(field.name);
          for (const role of roles.filter((candidate) => opens(rule, candidate))) {
            const lets: Lets = (subgraph, place) => opens(graph.rule(subgraph, place), role);
            const answer = await whole(person(role, 'outside'), field, lets);
            if (traces.test(JSON.stringify(answer.data ?? null)) || faultOf(answer))
              leaks.push({ role, field: field.name, answer: JSON.stringify(answer).slice(0, 500) });
          }
        });
        expect(leaks).toEqual([]);
        // An aim that hits nothing would prove nothing: who is inside sees the record whose id was drawn.
        const aimed = queries.filter(({ field }) => isAimed(field)).map(({ field }) => field.name);
        expect(aimed.filter((name) => !shown.includes(name))).toEqual([]);
        process.stderr.write(
          `permissions: ${shown.length} of ${queries.length} queries show the area to whoever is inside\n`,
        );
      },
      patience,
    );

    it(
      'let nobody outside an area change anything in it, through any mutation, in any role that may ask it',
      async () => {
        const byHand = mutationsAimedAt(await foreignRecords(world()));
        const before = await everythingInside();
        const calls = rootCalls(graph)
          .filter(({ kind, field }) => kind === 'mutation' && !ownSession.includes(field.name))
          .flatMap(({ field, rule }) =>
            roles.filter((role) => opens(rule, role)).map((role) => ({ field, role, ask: person(role, 'outside') })),
          );
        const done = await eachOf(calls, async ({ field, role, ask }) => {
          const made = valuesFor(aims, field.name, role).of(field) as { input: Record<string, unknown> };
          const input = { ...made.input, ...byHand[field.name]?.[1] };
          const { text, variables } = operation('mutation', field, graph, { ...made, input });
          return { field: field.name, role, code: codeOf(await ask(text, variables)) };
        });
        const refused = (code: string | undefined, field: string) =>
          code !== undefined && (ofNoArea.has(field) || code === 'NOT_FOUND' || code === 'NOT_ALLOWED');
        expect(done.filter(({ code, field }) => !refused(code, field))).toEqual([]);
        expect(await everythingInside()).toEqual(before);
      },
      patience,
    );

    /** Whether a query asks by its id for a record that was found in the area and nowhere else. */
    function isAimed(field: Field): boolean {
      const known = aims.records.get(getNamedType(field.type).name) ?? [];
      return field.args.some(({ name }) => name === 'id' || name === 'code') && known.some((id) => traces.test(id));
    }

    /** Everything one query shows, as far as somebody may read it. */
    async function whole(ask: Ask, field: Field, lets: Lets): Promise<Answer> {
      const values = valuesFor(aims, 'whole', field.name);
      const root: Path = { steps: [], type: graph.schema.getQueryType()! };
      const path = pathThrough(root, field);
      if (!path) return ask(`{ ${fieldText(field, values)} }`);
      return ask(questionAt(path, values, everythingAt(graph, path, lets, values)));
    }

    function pathThrough(root: Path, field: Field): Path | undefined {
      const named = getNamedType(field.type);
      if (!isCompositeType(named) || !('getFields' in named)) return undefined;
      const [subgraph] = graph.answering(root.type.name, field.name);
      return { steps: [{ field }], type: named as Path['type'], subgraph };
    }

    async function everythingInside(): Promise<unknown[]> {
      const ask = everybody(aimedVillage);
      const queries = rootCalls(graph).filter(({ kind, field }) => kind === 'query' && field.name !== 'me');
      return eachOf(queries, async ({ field }) => {
        const { data } = await whole(ask, field, () => true);
        const text = JSON.stringify(data ?? null, (key, value: unknown) => (ofTheMoment.has(key) ? null : value));
        return JSON.parse(text) as unknown;
      });
    }
  });
}

/** The first way at whose end there is something. */
async function firstReached(ask: Ask, ways: readonly Path[], values: Values): Promise<Path | undefined> {
  for (const path of ways) {
    const { data } = await ask(questionAt(path, values, '__typename'));
    if (objectsAt(data, path).length > 0) return path;
  }
  return undefined;
}

function isClosed({ data, errors = [] }: Answer): boolean {
  const answer = data?.['answer'] as { __typename?: string; message?: string } | null | undefined;
  if (answer?.__typename === 'NotAllowed' && answer.message === closed) return true;
  return errors.some(({ message, extensions }) => extensions.code === 'NOT_ALLOWED' && message === closed);
}

function faultOf({ errors = [] }: Answer): string | undefined {
  return errors.find(({ extensions }) => !['NOT_ALLOWED', 'NOT_FOUND', 'INVALID_INPUT'].includes(extensions.code))
    ?.message;
}

function codeOf({ data, errors = [] }: Answer): string | undefined {
  return errors[0]?.extensions.code ?? (data?.['answer'] as { code?: string } | null)?.code;
}

function wayOf({ steps }: Path): string {
  return steps.map(({ field }) => field.name).join('.');
}
