import type { DemoSignIn, SeedDemo } from '@jingzhun/stack';
import { demoCounty, demoDayMilliseconds, demoSeed } from './demo/demo-county';
import { LiveCampaign } from './demo/live-campaign';
import { seedStages } from './demo/seed-stages';
import { Administrator, formOf } from './force/administrator';
import { firstAdministrator } from './force/first-administrator';
import { passwordOf, Roster } from './force/roster';
import { GatewayClient } from './gateway/gateway-client';
import { Session } from './gateway/session';

/** What the organization service must find in its environment for the demonstration's administrator to exist. */
export const demoEnvironment = { organization: firstAdministrator(demoSeed).environment };

const liveStepEvery = 2_000;

/**
 * Loads the demo county through the gateway, or recognises the one an earlier start left: a third is finished, the others are
 * at every stage, one group is stuck past its deadline. With `live`, people go on working until it is stopped.
 */
export const seedDemo: SeedDemo = async (stack, { live, say }) => {
  const county = demoCounty();
  const gateway = new GatewayClient(stack.apps.gateway, 16);
  const patience = { milliseconds: 60_000 };
  const { credentials } = firstAdministrator(demoSeed);
  const administrator = new Administrator(new Session(gateway, patience, { ...credentials }));
  const roster = new Roster(county, demoSeed, gateway, patience);

  const found = await administrator.campaign();
  if (found?.state === 'open') {
    say('the county of an earlier start');
  } else {
    say('importing 300 households');
    if (!found) {
      await administrator.importStaff(county.staffFile, () => undefined);
      await administrator.importCounty(county.countyFile, () => undefined);
    }
    const opened = await administrator.openCampaign(demoDayMilliseconds);
    say('the people begin their work; a publicity lasts a minute');
    await seedStages(county, roster, formOf(opened), demoSeed);
  }
  const form = formOf(await administrator.openCampaign(demoDayMilliseconds));

  const signIns = await demoSignIns(roster, credentials);
  const campaign = new LiveCampaign(county, roster, form, demoSeed, say);
  if (live) campaign.start(liveStepEvery);
  say(`${county.expectation.households} households in ${county.expectation.townships} townships`);
  return {
    signIns,
    stop: async () => {
      await campaign.stop();
      gateway.close();
    },
  };
};

const shownRoles = [
  'countyLeader',
  'supervisor',
  'townshipOfficer',
  'villageSecretary',
  'groupSecretary',
  'fieldWorker',
  'entryClerk',
  'taskGroupMember',
];

/** One person of every role, whose account is active. */
async function demoSignIns(roster: Roster, administrator: { login: string; password: string }): Promise<DemoSignIn[]> {
  const shown = shownRoles.flatMap((role) => {
    const [login] = roster.logins(role);
    return login ? [{ role, login, password: passwordOf(demoSeed, login) }] : [];
  });
  await Promise.all(shown.map(({ login }) => roster.session(login).enter()));
  const { login, password } = administrator;
  return [{ role: 'administrator', login, password }, ...shown];
}
