import { Administrator, firstAdministrator, GatewayClient, Session } from '@jingzhun/county';
import { noProgress, RunFolder, startStack, type Stack } from '@jingzhun/stack';
import type { Villagers } from './case-steps';
import { activationCodeOf, countyFile, staff, staffFile } from './three-villages';

export interface ThreeVillages {
  stack: Stack;
  gateway: GatewayClient;
  /** The session of somebody of the staff. */
  as(login: string): Session;
  of(village: 0 | 1 | 2): Villagers;
  close(): Promise<void>;
}

const patience = { milliseconds: 60_000 };

/** The services, the gateway and the worker on the servers of this test run, with the three villages imported and their campaign open. */
export async function threeVillages(dayMilliseconds: number): Promise<ThreeVillages> {
  const first = firstAdministrator('three villages');
  const stack = await startStack({
    run: RunFolder.temporary('acceptance'),
    given: process.env,
    durable: false,
    progress: noProgress,
    environment: { organization: first.environment },
  });
  const gateway = new GatewayClient(stack.apps.gateway, 16);
  try {
    const administrator = new Administrator(new Session(gateway, patience, { ...first.credentials }));
    await administrator.importStaff(staffFile, () => undefined);
    await administrator.importCounty(countyFile, () => undefined);
    await administrator.openCampaign(dayMilliseconds);
  } catch (error) {
    await stack.stop();
    throw error;
  }
  const sessions = new Map(
    staff.map(({ login }) => [
      login,
      new Session(gateway, patience, {
        login,
        password: `${login} has a password`,
        activationCode: activationCodeOf(login),
      }),
    ]),
  );
  const as = (login: string): Session => {
    const session = sessions.get(login);
    if (!session) throw new Error(`nobody signs in as ${login}`);
    return session;
  };
  await Promise.all([...sessions.values()].map((session) => session.enter()));
  return {
    stack,
    gateway,
    as,
    of: (village) => ({
      worker: as(`worker-${village}`),
      groupSecretary: as(`group-secretary-${village}`),
      villageSecretary: as(`village-secretary-${village}`),
      clerk: as('clerk'),
    }),
    close: async () => {
      gateway.close();
      await stack.stop();
    },
  };
}
