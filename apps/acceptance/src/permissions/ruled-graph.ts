import type { AccessRule } from '@jingzhun/access';
import { readAccessRules } from '@jingzhun/subgraph/sdl';
import { composeSupergraph, findSubgraphs, type Subgraph } from '@jingzhun/supergraph';
import {
  buildASTSchema,
  isObjectType,
  Kind,
  parse,
  valueFromASTUntyped,
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { join } from 'node:path';

/** The graph as a person sees it, who of the services answers each field, and the rule each of them declares for it. */
export interface RuledGraph {
  schema: GraphQLSchema;
  /** The subgraphs that can answer a field, by name. */
  answering(type: string, field: string): readonly string[];
  /** The rule of `Type.field`, or of `Type` where it may be fetched by key. */
  rule(subgraph: string, place: string): AccessRule | undefined;
  /** Every `Type.field` that somebody can ask for. */
  places(): string[];
}

const repository = join(__dirname, '../../../..');

/** The services of this repository, with what they say of themselves. */
export function subgraphsHere(): Promise<Subgraph[]> {
  return findSubgraphs(repository);
}

/** The services as one graph. @throws Error when they do not compose, a field without a rule included */
export function ruledGraph(subgraphs: readonly Pick<Subgraph, 'name' | 'sdl'>[]): RuledGraph {
  const composition = composeSupergraph(subgraphs);
  if (!composition.ok) throw new Error(composition.problems.join('\n'));
  const supergraph = parse(composition.supergraph);
  const rules = new Map(subgraphs.map(({ name, sdl }) => [name, readAccessRules(sdl).rules]));
  const schema = buildASTSchema(supergraph, { assumeValid: true });
  const answering = readAnswering(supergraph);
  return {
    schema,
    answering: (type, field) => answering.get(`${type}.${field}`) ?? [],
    rule: (subgraph, place) => rules.get(subgraph)?.get(place),
    places: () =>
      Object.values(schema.getTypeMap()).flatMap((type) =>
        isObjectType(type) && !type.name.startsWith('__')
          ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`)
          : [],
      ),
  };
}

/** By `Type.field`: where `@join__field` names the graphs, those; else all that have the type. */
function readAnswering(supergraph: DocumentNode): Map<string, readonly string[]> {
  const names = new Map<string, string>();
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== 'join__Graph') continue;
    for (const { name, directives = [] } of definition.values ?? [])
      names.set(name.value, String(argument(directives[0]!, 'name')));
  }
  const graphs = (directives: readonly ConstDirectiveNode[], name: string) =>
    directives
      .filter((directive) => directive.name.value === name && argument(directive, 'external') !== true)
      .map((directive) => names.get(String(argument(directive, 'graph'))))
      .filter((graph) => graph !== undefined);
  const answering = new Map<string, readonly string[]>();
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    const ofType = [...new Set(graphs(definition.directives ?? [], 'join__type'))];
    for (const field of definition.fields ?? []) {
      const named = graphs(field.directives ?? [], 'join__field');
      answering.set(`${definition.name.value}.${field.name.value}`, named.length > 0 ? named : ofType);
    }
  }
  return answering;
}

function argument(directive: ConstDirectiveNode, name: string): unknown {
  const given = directive.arguments?.find((candidate) => candidate.name.value === name);
  return given && valueFromASTUntyped(given.value);
}
