import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import { isRefusal } from '@jingzhun/kernel';
import type { Logger } from '@jingzhun/observability';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** Mistakes of the document itself; what they say is about the request, never about us. */
const documentErrors = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
]);

/**
 * How an error leaves a subgraph: a refusal with its code and advice, a mistake of the document as it is, and a fault as an id
 * that the log also has. No stack, no SQL, no message of a library.
 */
export function graphErrors(
  logger: Logger,
): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return ({ message, locations, path, extensions }, error) => {
    const place = { ...(locations && { locations }), ...(path && { path }) };
    const cause = unwrapResolverError(error);
    if (isRefusal(cause)) {
      const { type, code, field, advice } = cause;
      return { ...place, message: cause.message, extensions: { code, type, field, advice } };
    }
    const code = String(extensions?.['code']);
    if (cause instanceof GraphQLError && documentErrors.has(code)) return { ...place, message, extensions: { code } };
    const id = randomUUID();
    logger.error({ err: cause, fault: id, path: path?.join('.') }, 'a field failed');
    return { ...place, message: 'Something went wrong on our side.', extensions: { code: 'FAULT', id } };
  };
}
