import { QueryFailedError, QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError } from 'typeorm';

/**
 * SQLSTATE classes and codes of what passes by itself: connection lost, not enough resources, server stopping or starting,
 * a deadlock or serialization failure, a lock not had in time.
 */
const passing = /^(08|53|40001|40P01|55P03|57P0)/;

/**
 * Whether a failed statement says nothing about what it was to do, because the database was away or busy. A failure without
 * a SQLSTATE never reached the server; a query runner is released under the statement when its connection is lost,
 * or between two of them.
 */
export function isPassingFault(error: unknown): boolean {
  if (error instanceof QueryRunnerAlreadyReleasedError) return true;
  if (error instanceof QueryRunnerProviderAlreadyReleasedError) return true;
  if (!(error instanceof QueryFailedError)) return false;
  const { code } = error.driverError as { code?: unknown };
  return typeof code !== 'string' || !/^[0-9A-Z]{5}$/.test(code) || passing.test(code);
}
