import type { LineProblem } from '@jingzhun/identification-rules';
import { Refusal } from '@jingzhun/kernel';

export class LineNotFrozen extends Refusal {
  readonly type = 'LineNotFrozen';
  readonly code = 'LINE_NOT_FROZEN';
  readonly advice = 'See to each of the problems; the line was not frozen.';

  constructor(readonly problems: LineProblem[]) {
    super(`The line cannot be frozen: ${problems.length} problems.`, 'proposalId');
  }
}

export class ProposalDecided extends Refusal {
  readonly type = 'ProposalDecided';
  readonly code = 'PROPOSAL_DECIDED';
  readonly advice = 'Read the proposals again; make another one if it is still wanted.';
}

export class NoLineYet extends Refusal {
  readonly type = 'NoLineYet';
  readonly code = 'NO_LINE_YET';
  readonly advice = 'Wait until the county has approved its line.';
}

export class AnnouncedAlready extends Refusal {
  readonly type = 'AnnouncedAlready';
  readonly code = 'ANNOUNCED_ALREADY';
  readonly advice = 'The announcement of this line hangs; nothing is left to do.';
}
