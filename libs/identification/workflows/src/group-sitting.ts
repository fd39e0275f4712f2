import type { SittingCase } from '@jingzhun/contracts/identification/case-messages';
import type { CaseClosed } from './case-record';
import { Sitting } from './sitting';

/** What a villager group goes through together. */
export async function groupSitting(input: SittingCase): Promise<CaseClosed> {
  const sitting = new Sitting(input, 'group');
  sitting.setup();
  return sitting.run();
}
