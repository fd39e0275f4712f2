import { Refusal } from '@jingzhun/kernel';

/** Whoever leaves is the head, and others stay. */
export class HeadMayNotLeave extends Refusal {
  readonly type = 'HeadMayNotLeave';
  readonly code = 'HEAD_MAY_NOT_LEAVE';
  readonly advice = 'Ask for a change of head first, or for a merger when the whole household goes.';
}

/** The register is no longer what it was when the change was asked for. */
export class RegisterChanged extends Refusal {
  readonly type = 'RegisterChanged';
  readonly code = 'REGISTER_CHANGED';
  readonly advice = 'Decline this request, look at the household as it is now, and ask anew if it is still needed.';
}

/** Who asks does not decide. */
export class OwnChangeRequest extends Refusal {
  readonly type = 'OwnChangeRequest';
  readonly code = 'OWN_CHANGE_REQUEST';
  readonly advice = 'Leave the decision to another township officer or the administrator.';
}

export class ChangeRequestDecided extends Refusal {
  readonly type = 'ChangeRequestDecided';
  readonly code = 'CHANGE_REQUEST_DECIDED';
  readonly advice = 'Read the decision; ask anew if the register is still wrong.';
}

/** By the rule of scope the household is not assessed. */
export class NotInScope extends Refusal {
  readonly type = 'NotInScope';
  readonly code = 'NOT_IN_SCOPE';
  readonly advice =
    'Outside the poor villages only households on the register of 2014 and new applicants are assessed.';
}
