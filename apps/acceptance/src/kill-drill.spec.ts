import { firstAdministrator, generateCounty, runCampaign, Tally } from '@jingzhun/county';
import { noProgress, RunFolder, startStack, type ProgramKind, type Stack } from '@jingzhun/stack';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';

const seed = 'kill drill';
const households = 200;

/** In this order, each in the middle of the campaign: what people use, what keeps time, what carries events, what remembers. */
const victims: ProgramKind[] = [
  'identification-worker',
  'identification',
  'gateway',
  'temporal',
  'kafka',
  'postgres',
  'supervision',
];

/**
 * A day so short that some deadlines pass while things are broken, and a week long enough for an objection to a notice to come in
 * time though something is being started again.
 */
const dayMilliseconds = 3_000;

describe('a campaign in which everything is killed once', () => {
  let stack: Stack;
  const administrator = firstAdministrator(seed);
  beforeAll(async () => {
    stack = await startStack({
      run: RunFolder.temporary('kill-drill'),
      given: {},
      // What was answered must be there after the kill of the database too.
      durable: true,
      progress: noProgress,
      environment: { organization: administrator.environment },
    });
  }, 180_000);
  afterAll(() => stack?.stop(), 60_000);

  it('ends with exact figures, each stage completed once and each breach recorded once', async () => {
    const tally = new Tally();
    const county = generateCounty({ seed, households });
    const campaign = runCampaign({
      stack,
      county,
      seed,
      administrator: administrator.credentials,
      dayMilliseconds,
      teamsAtOnce: 1,
      tally,
    });
    const killed = await killInTurn(stack, tally, campaign);
    const result = await campaign;
    expect(result.problems).toEqual([]);
    expect(result).toMatchObject({ ok: true, outboxPending: 0, figures: { entered: households } });
    expect(killed).toEqual(victims);

    const completed = await rows(stack.databases.identification, `SELECT count(*)::int AS n FROM stage_history`);
    // Back from its group a household does scoring and review again, back from its village publicity and village review too.
    // One that an objection takes out of its publicity does scoring, review and publicity again.
    const { returned, returnedByVillage, changed } = county.expectation.meetings;
    expect(completed).toEqual([{ n: 6 * households + 2 * returned + 2 * returnedByVillage + 3 * changed }]);
    const clocks = await rows(
      stack.databases.supervision,
      `SELECT count(*)::int AS n, count(breached_at)::int AS breached, count(completed_at)::int AS completed FROM clock`,
    );
    expect(clocks).toEqual([expect.objectContaining({ breached: result.breaches })]);
    expect(clocks[0]!.completed).toBe(clocks[0]!.n);
  }, 600_000);
});

/** Kills one after the other, each when the force has got on since the last one was back. Answers whom it killed in time. */
async function killInTurn(stack: Stack, tally: Tally, campaign: Promise<unknown>): Promise<ProgramKind[]> {
  let over = false;
  const ended = () => void (over = true);
  campaign.then(ended, ended);
  const killed: ProgramKind[] = [];
  const done = () => tally.visited + tally.groupReviews + tally.notices + tally.villageReviews + tally.entered;
  let before = 0;
  for (const victim of victims) {
    while (!over && done() < before + 3) await pause(20);
    if (over) break;
    await stack.kill(victim, 'SIGKILL');
    await stack.whenReady(victim);
    killed.push(victim);
    before = done();
  }
  return killed;
}

async function rows(url: string, sql: string): Promise<Record<string, number>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`SELECT set_config('jingzhun.scope', '0,1,2,3,4,5,6,7,8,9', false)`);
    return (await client.query<Record<string, number>>(sql)).rows;
  } finally {
    await client.end();
  }
}
