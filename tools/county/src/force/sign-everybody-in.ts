import { Lane } from './lane';
import type { Roster } from './roster';
import type { Tally } from './tally';

/** Those who take part in the campaign activate their accounts, each for himself, some at the same time. */
export async function signEverybodyIn(roster: Roster, tally: Tally, atOnce: number): Promise<void> {
  const lane = new Lane(atOnce);
  const logins = roster.logins('fieldWorker', 'groupSecretary', 'villageSecretary', 'entryClerk');
  await Promise.all(
    logins.map((login) =>
      lane.through(async () => {
        await roster.session(login).enter();
        tally.accounts += 1;
      }),
    ),
  );
}
