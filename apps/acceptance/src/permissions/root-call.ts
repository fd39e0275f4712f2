import type { AccessRule, Role } from '@jingzhun/access';
import type { GraphQLField } from 'graphql';
import type { RuledGraph } from './ruled-graph';

export interface RootCall {
  kind: 'query' | 'mutation';
  field: GraphQLField<unknown, unknown>;
  rule: AccessRule;
}

/** Every query and mutation with the rule of the service that answers it. */
export function rootCalls(graph: RuledGraph): RootCall[] {
  const { schema } = graph;
  return (['query', 'mutation'] as const).flatMap((kind) => {
    const type = kind === 'query' ? schema.getQueryType()! : schema.getMutationType()!;
    return Object.values(type.getFields()).map((field) => {
      const [subgraph] = graph.answering(type.name, field.name);
      const rule = subgraph && graph.rule(subgraph, `${type.name}.${field.name}`);
      if (!rule) throw new Error(`${type.name}.${field.name} has no rule`);
      return { kind, field, rule };
    });
  });
}

/** What the rule says by itself: whether it lets in somebody who holds the role anywhere. */
export function opens(rule: AccessRule | undefined, role: Role): boolean {
  if (!rule) return false;
  return !('roles' in rule) || rule.roles.includes(role);
}
