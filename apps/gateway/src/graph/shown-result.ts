import type { Logger } from '@jingzhun/observability';
import type { ExecutionResult, GraphQLError } from 'graphql';
import { shown } from '../subgraphs/subgraph-calls';

export interface ShownError {
  message: string;
  path?: readonly (string | number)[];
  extensions: Record<string, unknown>;
}

export interface ShownResult {
  data: Record<string, unknown> | null;
  errors?: ShownError[];
}

/**
 * The result as the caller gets it. What a subgraph wrote for him stays as it is; anything else is logged and masked. Every error
 * bears the id of the request, which is in the log of every service that took part.
 */
export function shownResult({ data, errors }: ExecutionResult, requestId: string, logger: Logger): ShownResult {
  return {
    data: data ?? null,
    ...(errors?.length && { errors: errors.map((error) => shownError(error, requestId, logger)) }),
  };
}

function shownError(error: GraphQLError, requestId: string, logger: Logger): ShownError {
  const { message, path } = error;
  const extensions = error.extensions as Record<PropertyKey, unknown>;
  const place = path ? { path } : {};
  if (extensions[shown]) {
    const { code, type, field, advice } = extensions;
    return { message, ...place, extensions: { code, type, field, advice, id: requestId } };
  }
  logger.error({ err: error, requestId }, 'the graph failed');
  return { message: 'Something went wrong on our side.', ...place, extensions: { code: 'FAULT', id: requestId } };
}
