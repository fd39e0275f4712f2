import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Caller } from '@jingzhun/access';
import type { GraphContext } from './graph-context';

/** The caller of this field: account, and the areas of the roles that the field's rule allows. In reference resolvers too. */
export const CallerOf = createParamDecorator((_: unknown, execution: ExecutionContext): Caller => {
  const { caller } = GqlExecutionContext.create(execution).getContext<GraphContext>();
  if (!caller) throw new Error('a resolver was reached around the rules of the graph');
  return caller;
});
