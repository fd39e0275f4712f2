import type { AccountRow } from './account.entity';
import { stateOf, type AccountGrant, type AccountState } from './account.rules';

/** What an administrator is shown of an account; no secret among it, so it may also be kept as an answer. */
export interface AccountView {
  id: string;
  version: number;
  login: string;
  personId: string | null;
  state: AccountState;
  lockedUntil: Date | null;
  grants: AccountGrant[];
}

export function viewOf(account: AccountRow, now: Date): AccountView {
  const { id, version, login, personId, grants } = account;
  const state = stateOf(account, now);
  return { id, version, login, personId, state, lockedUntil: state === 'locked' ? account.lockedUntil : null, grants };
}
