import { Refusal } from '@jingzhun/kernel';

export class SignInFailed extends Refusal {
  readonly type = 'SignInFailed';
  readonly code = 'SIGN_IN_FAILED';
  readonly advice =
    'Check login and password. After five wrong passwords wait fifteen minutes, or ask your administrator to unlock the account.';

  constructor() {
    super('Login or password is wrong, or the account is locked or disabled.');
  }
}

export class ActivationFailed extends Refusal {
  readonly type = 'ActivationFailed';
  readonly code = 'ACTIVATION_FAILED';
  readonly advice =
    'Check login and code; a code works once. After five wrong ones wait fifteen minutes, or ask your administrator.';

  constructor() {
    super('Login or activation code is wrong, or the code was used.');
  }
}

export class SessionOver extends Refusal {
  readonly type = 'SessionOver';
  readonly code = 'SESSION_OVER';
  readonly advice = 'Sign in again.';

  constructor() {
    super('This session is over.');
  }
}
