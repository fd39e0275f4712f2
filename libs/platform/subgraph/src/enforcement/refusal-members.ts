import { isRefusal, type Refusal } from '@jingzhun/kernel';
import {
  getNamedType,
  isUnionType,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
  type GraphQLUnionType,
} from 'graphql';
import type { GraphContext } from './graph-context';

type Resolver = GraphQLFieldResolver<unknown, GraphContext>;

/** Turns a thrown refusal into the member of the field's result union that bears its type, where there is one. */
export function answerRefusals(type: GraphQLOutputType, resolve: Resolver): Resolver {
  const union = getNamedType(type);
  if (!isUnionType(union)) return resolve;
  const members = new Set(union.getTypes().map(({ name }) => name));
  return async (...call) => {
    try {
      const answer: unknown = await resolve(...call);
      // Nest hands a thrown error on as a value once it has been through the filter.
      if (answer instanceof Error) throw answer;
      return answer;
    } catch (error) {
      if (isRefusal(error) && members.has(error.type)) return memberOf(error);
      throw error;
    }
  };
}

/** A plain object, because GraphQL takes a returned Error for a thrown one. Fields of the special refusal come along. */
function memberOf(refusal: Refusal): object {
  return { ...refusal, message: refusal.message, __typename: refusal.type };
}

/** Lets a mutation return its record as it is: a union with one member that is no refusal takes an untagged value for it. */
export function resolveResultUnions(schema: GraphQLSchema): GraphQLSchema {
  for (const union of Object.values(schema.getTypeMap())) {
    if (!isUnionType(union) || union.name === '_Entity') continue;
    const given = union.resolveType;
    const only = onlyRecord(union);
    union.resolveType = (value: { __typename?: string }, context, info, type) =>
      value.__typename ?? given?.(value, context, info, type) ?? only;
  }
  return schema;
}

function onlyRecord(union: GraphQLUnionType): string | undefined {
  const records = union.getTypes().filter((type) => !type.getInterfaces().some(({ name }) => name === 'Refusal'));
  return records.length === 1 ? records[0]?.name : undefined;
}
