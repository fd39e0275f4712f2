import { random } from '../generator/random';
import { passwordOf } from './roster';
import type { Credentials } from '../gateway/session';

/** The administrator whom the organization service makes when it first starts, from its environment. */
export interface FirstAdministrator {
  credentials: Credentials & { activationCode: string };
  environment: { ADMIN_LOGIN: string; ADMIN_ACTIVATION_CODE: string };
}

export function firstAdministrator(seed: string): FirstAdministrator {
  const login = 'administrator';
  const chance = random(seed, 'first administrator');
  const activationCode = Array.from({ length: 4 }, () => chance.between(1_000, 9_999)).join('-');
  return {
    credentials: { login, activationCode, password: passwordOf(seed, login) },
    environment: { ADMIN_LOGIN: login, ADMIN_ACTIVATION_CODE: activationCode },
  };
}
