import type { LeadRefusal } from '@jingzhun/identification-rules';
import { Refusal } from '@jingzhun/kernel';
import type { LineProblem } from './match-file';

const advices: Record<LeadRefusal, string> = {
  LEAD_DECIDED: 'Nothing is left to do; a veto that followed is lifted in its own way.',
  LEAD_ALREADY_NOTIFIED: 'Record what the household answers, or decide.',
  LEAD_NOT_NOTIFIED: 'Tell the household first: it has a right of reply.',
  LEAD_REPLY_RUNNING: 'Wait for the answer of the household, or until its time is over.',
  LEAD_DECISION_MISSING: 'Decide under an id.',
  LEAD_REASON_MISSING: 'Say why in your own words.',
  LEAD_EVIDENCE_MISSING: 'Name at least one file or paper that shows it.',
};

/** A step of a lead that cannot be taken. */
export class LeadRefused extends Refusal {
  readonly type = 'LeadRefused';
  readonly advice: string;

  constructor(
    readonly code: LeadRefusal,
    problem: string,
    field: string,
  ) {
    super(`The lead cannot go on: ${problem}.`, field);
    this.advice = advices[code];
  }
}

/** Lines of a match file are wrong; nothing of it was stored. */
export class MatchFileRefused extends Refusal {
  readonly type = 'MatchFileRefused';
  readonly code = 'MATCH_FILE_REFUSED';
  readonly advice = 'Correct the named lines and send the file again.';

  constructor(readonly problems: LineProblem[]) {
    super(`The file has ${problems.length} faults; nothing of it was stored.`, 'fileId');
  }
}
