import { ApplicationFailure, defineUpdate, setHandler } from '@temporalio/workflow';
import { recordFactsUpdate, type CaseFact, type FactsRecorded } from '@jingzhun/contracts/identification/case-messages';
import type { CaseRecord } from './case-record';
import { problemOf } from './fact-check';

const recordFacts = defineUpdate<FactsRecorded, [CaseFact[]]>(recordFactsUpdate);

/**
 * Lets facts into `record` from now on. The handler never waits, so an Update is answered within one workflow task even when
 * a service the case asks is away; whoever waits for a change of the record goes on in the same task.
 */
export function receiveFacts(record: CaseRecord, { alwaysTimed }: { alwaysTimed: boolean }): void {
  setHandler(recordFacts, (facts) => ({ applied: record.apply(facts) }), {
    validator: (facts) => {
      const problem = problemOf(facts, alwaysTimed);
      if (problem) throw ApplicationFailure.nonRetryable(problem, 'MALFORMED_FACTS');
    },
  });
}
