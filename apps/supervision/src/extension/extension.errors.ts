import { Refusal } from '@jingzhun/kernel';

/** What the stage owes is done. */
export class StageOver extends Refusal {
  readonly type = 'StageOver';
  readonly code = 'STAGE_OVER';
  readonly advice = 'Nothing is to be done: this deadline no longer runs.';
}

/** The deadline has passed. */
export class DeadlinePassed extends Refusal {
  readonly type = 'DeadlinePassed';
  readonly code = 'DEADLINE_PASSED';
  readonly advice = 'Finish the stage as soon as you can; a breach is explained, not extended.';
}

/** Another request waits. */
export class ExtensionWaiting extends Refusal {
  readonly type = 'ExtensionWaiting';
  readonly code = 'EXTENSION_WAITING';
  readonly advice = 'Wait for the decision on the earlier request.';
}

/** No more time may be granted. */
export class ExtensionLimitReached extends Refusal {
  readonly type = 'ExtensionLimitReached';
  readonly code = 'EXTENSION_LIMIT_REACHED';
  readonly advice = 'Ask for less time, or tell your supervisor what stands in the way.';
}

/** The person who asked tries to decide. */
export class OwnRequest extends Refusal {
  readonly type = 'OwnRequest';
  readonly code = 'OWN_REQUEST';
  readonly advice = 'Leave the decision to another officer of the area.';
}

/** Somebody was faster. */
export class ExtensionDecided extends Refusal {
  readonly type = 'ExtensionDecided';
  readonly code = 'EXTENSION_DECIDED';
  readonly advice = 'Read the request again; the first decision stands.';
}
