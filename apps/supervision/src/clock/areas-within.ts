import { covers } from '@jingzhun/kernel';

/**
 * The part of `scope` that lies in `area`, as outermost areas; the whole scope without an area. Empty when nothing of it does.
 * `scope` holds no area within another, and neither does the answer.
 */
export function areasWithin(scope: readonly string[], area?: string | null): string[] {
  if (!area) return [...scope];
  if (covers(scope, area)) return [area];
  return scope.filter((own) => covers([area], own));
}
