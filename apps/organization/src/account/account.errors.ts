import { Refusal } from '@jingzhun/kernel';

export class LoginTaken extends Refusal {
  readonly type = 'LoginTaken';
  readonly code = 'LOGIN_TAKEN';
  readonly advice = 'Choose another login.';

  constructor() {
    super('Somebody has this login already.', 'login');
  }
}

export class WrongPassword extends Refusal {
  readonly type = 'WrongPassword';
  readonly code = 'WRONG_PASSWORD';
  readonly advice = 'Type the current password again. After five wrong ones wait fifteen minutes.';

  constructor() {
    super('The current password is wrong, or the account is locked.', 'currentPassword');
  }
}
