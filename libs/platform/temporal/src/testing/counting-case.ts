import { condition, defineUpdate, setHandler } from '@temporalio/workflow';
import { recordFactsUpdate } from '@jingzhun/contracts/identification/case-messages';

/** A case for the specs of this library: it counts the Updates it takes and ends with the fact `{ last: true }`. */
export async function countingCase(): Promise<number> {
  let updates = 0;
  let over = false;
  setHandler(defineUpdate<{ applied: number }, [{ last?: boolean }[]]>(recordFactsUpdate), (facts) => {
    updates += 1;
    over ||= facts.some(({ last }) => last);
    return { applied: facts.length };
  });
  await condition(() => over);
  return updates;
}
