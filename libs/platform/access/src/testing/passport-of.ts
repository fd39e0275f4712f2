import { randomUUID } from 'node:crypto';
import type { Passport } from '../passport';
import type { Role } from '../role';

/** A signed-in person with one role in some areas, e.g. `passportOf('fieldWorker', ['451225100001001'])`. */
export function passportOf(role: Role, areas: string[], accountId: string = randomUUID()): Passport {
  return { accountId, personId: randomUUID(), grants: [{ role, areas }], requestId: randomUUID() };
}
