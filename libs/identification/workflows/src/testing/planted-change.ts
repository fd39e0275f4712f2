import { sleep } from '@temporalio/workflow';
import type { HouseholdCase, ObjectionCase, SittingCase } from '@jingzhun/contracts/identification/case-messages';
import type { CaseClosed } from '../case-record';
import * as today from '../index';

/**
 * A breaking change as it could slip in: each case first waits a little. Running cases have no such timer in their history;
 * the replay spec insists on that being noticed.
 */
export async function householdCase(input: HouseholdCase): Promise<CaseClosed> {
  await sleep('1 second');
  return today.householdCase(input);
}

export async function groupSitting(input: SittingCase): Promise<CaseClosed> {
  await sleep('1 second');
  return today.groupSitting(input);
}

export async function villageSitting(input: SittingCase): Promise<CaseClosed> {
  await sleep('1 second');
  return today.villageSitting(input);
}

export async function objectionCase(input: ObjectionCase): Promise<CaseClosed> {
  await sleep('1 second');
  return today.objectionCase(input);
}
