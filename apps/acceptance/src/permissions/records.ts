import type { GraphQLObjectType } from 'graphql';
import { eachOf, type Ask } from './bearer';
import { objectsAt, pathsOf } from './path';
import { questionAt } from './question';
import type { RuledGraph } from './ruled-graph';
import { type Values } from './values';

const waysTried = 3;

/** The ids of what somebody who holds every role can find from the root, by type. */
export async function recordsSeenBy(
  ask: Ask,
  graph: RuledGraph,
  values: (records: ReadonlyMap<string, readonly string[]>) => Values,
): Promise<Map<string, string[]>> {
  const ways = [...pathsOf(graph, () => true).values()].flatMap((paths) => paths.slice(0, waysTried));
  let records = new Map<string, string[]>();
  // What lists show opens what is asked for by id.
  for (const _ of ['by lists', 'by id']) {
    const drawn = values(records);
    const found = await eachOf(
      ways.filter(({ type }) => idOf(type)),
      async (path) => {
        const id = idOf(path.type)!;
        const { data } = await ask(questionAt(path, drawn, id));
        return { type: path.type.name, ids: objectsAt(data, path).map((object) => String(object[id])) };
      },
    );
    const sets = new Map<string, Set<string>>();
    for (const { type, ids } of found) sets.set(type, new Set([...(sets.get(type) ?? []), ...ids]));
    records = new Map([...sets].filter(([, ids]) => ids.size > 0).map(([type, ids]) => [type, [...ids].sort()]));
  }
  return records;
}

function idOf(type: GraphQLObjectType): 'id' | 'code' | undefined {
  const fields = type.getFields();
  return fields['id'] ? 'id' : fields['code'] && type.getInterfaces().length === 0 ? 'code' : undefined;
}
