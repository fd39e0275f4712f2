import { ApplicationFailure } from '@temporalio/common';
import type { ActivityInterceptorsFactory } from '@temporalio/worker';
import { isRefusal } from '@jingzhun/kernel';

/**
 * The one place where a refusal becomes a failure that Temporal does not retry: the rules will say no again. A fault keeps
 * its own error and is retried.
 *
 * A refusal's message may speak of a person and failures are kept in the history unencrypted, so only its code goes along.
 */
export function failureOf(error: unknown): unknown {
  if (!isRefusal(error)) return error;
  return ApplicationFailure.nonRetryable(error.code, error.code, { type: error.type, field: error.field });
}

/** Applies `failureOf` to every activity of a worker. */
export const refusalInterceptor: ActivityInterceptorsFactory = () => ({
  inbound: {
    execute: async (input, next) => {
      try {
        return await next(input);
      } catch (error) {
        throw failureOf(error);
      }
    },
  },
});
