import {
  getNamedType,
  isAbstractType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';
import type { RuledGraph } from './ruled-graph';

/** One field on the way; `on` where the field answers several types and this is the one meant. */
export interface Step {
  field: GraphQLField<unknown, unknown>;
  on?: string;
}

/** A way from the query's root to objects of a type, in the hands of the subgraph that answered the last field. */
export interface Path {
  steps: readonly Step[];
  type: GraphQLObjectType;
  /** Undefined at the root, where no service has answered yet. */
  subgraph?: string;
}

export type Lets = (subgraph: string, place: string) => boolean;

/** The gateway allows a depth of eight, and the asked field is the last. */
const longest = 6;
const waysPerType = 8;

/**
 * The shortest ways to every type, through fields that `lets` lets somebody use; several to each, because the first may find
 * nothing there.
 */
export function pathsOf(graph: RuledGraph, lets: Lets): Map<string, Path[]> {
  const found = new Map<string, Path[]>();
  let reached: Path[] = [{ steps: [], type: graph.schema.getQueryType()! }];
  while (reached.length > 0) {
    const next: Path[] = [];
    for (const path of reached) {
      const ways = found.get(path.type.name) ?? [];
      if (ways.length >= waysPerType) continue;
      found.set(path.type.name, [...ways, path]);
      if (path.steps.length >= longest) continue;
      for (const field of Object.values(path.type.getFields())) next.push(...beyond(graph, path, field, lets));
    }
    reached = next;
  }
  return found;
}

/** Where a field of the objects at the end of a path leads; nowhere when it is a leaf or closed. */
export function beyond(graph: RuledGraph, path: Path, field: GraphQLField<unknown, unknown>, lets: Lets): Path[] {
  const types = objectsOf(graph, field.type);
  if (types.length === 0) return [];
  const subgraph = answers(graph, path, field.name);
  if (!subgraph || !mayUse(graph, path, field.name, lets)) return [];
  return types.map((type) => ({
    steps: [...path.steps, { field, ...(types.length > 1 && { on: type.name }) }],
    type,
    subgraph,
  }));
}

/** Object types that a field may answer; none for a leaf. */
function objectsOf(graph: RuledGraph, type: GraphQLOutputType): readonly GraphQLObjectType[] {
  const named = getNamedType(type);
  if (isObjectType(named)) return [named];
  return isAbstractType(named) ? graph.schema.getPossibleTypes(named) : [];
}

/** Who answers a field of objects at the end of a path: the subgraph that has them, if it can. */
function answers(graph: RuledGraph, { type, subgraph }: Path, field: string): string | undefined {
  const able = graph.answering(type.name, field);
  return subgraph !== undefined && able.includes(subgraph) ? subgraph : able[0];
}

/**
 * Whether a field at the end of a path is open: by its rule, and where another service must fetch the object first, by the
 * rule of its type there.
 */
export function mayUse(graph: RuledGraph, path: Path, field: string, lets: Lets): boolean {
  const subgraph = answers(graph, path, field);
  if (!subgraph) return false;
  const fetched = path.subgraph !== undefined && path.subgraph !== subgraph;
  return lets(subgraph, `${path.type.name}.${field}`) && (!fetched || lets(subgraph, path.type.name));
}

/** What stands at the end of the path in an answer: the objects, with lists flattened and nulls left out. */
export function objectsAt(data: unknown, { steps }: Path): Record<string, unknown>[] {
  let objects = [data];
  for (const { field, on } of steps) {
    objects = objects
      .flatMap((object) => [(object as Record<string, unknown> | null)?.[field.name]].flat(4))
      .filter((object) => object !== null && object !== undefined)
      .filter((object) => on === undefined || (object as { __typename?: string }).__typename === on);
  }
  return objects as Record<string, unknown>[];
}
