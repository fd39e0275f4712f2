import type { AccessRule } from '@jingzhun/access';
import {
  defaultFieldResolver,
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import type { AccessRules } from '../sdl/access-rules';
import { contextUnder, type GraphContext } from './graph-context';
import { checkPageSize } from './page-size';
import { answerRefusals } from './refusal-members';

type Resolver = GraphQLFieldResolver<unknown, GraphContext>;
type ReferenceResolver = (reference: object, context: GraphContext, info: GraphQLResolveInfo) => unknown;

/** Federation's own root fields: reachable with the gateway's signature only, and `_entities` obeys the rules of the types. */
const federationFields = new Set(['Query._service', 'Query._entities', '_Service.sdl']);

/**
 * Puts every field of the schema behind its rule, resolvers of ours and plain properties alike, and every type that can be
 * fetched by key behind its type's rule. What has no rule keeps the service from starting.
 */
export function enforceAccess(schema: GraphQLSchema, { rules, problems }: AccessRules): GraphQLSchema {
  const missing = [...problems];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    guardReferences(type, rules.get(type.name));
    for (const field of Object.values(type.getFields())) {
      const place = `${type.name}.${field.name}`;
      if (federationFields.has(place)) continue;
      const rule = rules.get(place);
      if (rule) field.resolve = answerRefusals(field.type, guarded(field.resolve, rule));
      else if (!missing.some((problem) => problem.startsWith(`${place}:`))) missing.push(`${place}: no @access rule`);
    }
  }
  if (missing.length > 0) throw new Error(['The graph is not safe to serve:', ...missing].join('\n  '));
  return schema;
}

function guarded(resolve: Resolver | undefined, rule: AccessRule): Resolver {
  const inner = resolve ?? defaultFieldResolver;
  return (source, args: Record<string, unknown>, context, info) => {
    const narrowed = contextUnder(context, rule);
    checkPageSize(args);
    return inner(source, args, narrowed, info);
  };
}

/** Without a reference resolver federation hands the reference itself on; the rule holds then too. */
function guardReferences(type: GraphQLObjectType, rule: AccessRule | undefined): void {
  if (!rule) return;
  const extensions = type.extensions as { apollo?: { subgraph?: { resolveReference?: ReferenceResolver } } };
  const resolve = extensions.apollo?.subgraph?.resolveReference;
  // Asynchronous, so that a refusal empties one entry of `_entities` and not the whole list.
  const resolveReference: ReferenceResolver = async (reference, context, info) => {
    const narrowed = contextUnder(context, rule);
    return resolve ? resolve(reference, narrowed, info) : reference;
  };
  type.extensions = {
    ...extensions,
    apollo: { ...extensions.apollo, subgraph: { ...extensions.apollo?.subgraph, resolveReference } },
  };
}
