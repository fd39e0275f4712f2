import type { SittingCase } from '@jingzhun/contracts/identification/case-messages';
import type { CaseClosed } from './case-record';
import { Sitting } from './sitting';

/** What an administrative village goes through together. */
export async function villageSitting(input: SittingCase): Promise<CaseClosed> {
  const sitting = new Sitting(input, 'village');
  sitting.setup();
  return sitting.run();
}
