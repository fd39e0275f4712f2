import type { FactValue } from '@jingzhun/identification-rules';
import type { FactChange } from './observation.rules';

/** A changed fact as the graph names it. */
export interface ShownChange {
  fact: string;
  memberId: string | null;
  before: FactValue | null;
  after: FactValue;
}

export function shownChange({ fact, member, before, after }: FactChange): ShownChange {
  return { fact, memberId: member ?? null, before: before ?? null, after };
}
