import { callerUnder, type AccessRule, type Caller, type Passport } from '@jingzhun/access';
import type { FastifyRequest } from 'fastify';

/** What every resolver is handed. `caller` is there for resolvers of ours: the passport narrowed to the rule of the field. */
export interface GraphContext {
  req: FastifyRequest;
  passport: Passport;
  caller?: Caller;
  narrowed: Map<AccessRule, GraphContext>;
}

export function graphContext(req: FastifyRequest, passport: Passport): GraphContext {
  return { req, passport, narrowed: new Map() };
}

/**
 * The context as a field under `rule` may see it; one object per request and rule.
 *
 * @throws NotAllowed when the rule does not let the passport in
 */
export function contextUnder(context: GraphContext, rule: AccessRule): GraphContext {
  const known = context.narrowed.get(rule);
  if (known) return known;
  const narrowed = { ...context, caller: callerUnder(rule, context.passport) };
  context.narrowed.set(rule, narrowed);
  return narrowed;
}
