import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Bench, BenchOutcome } from '../bench';
import { startCountyPart } from '../county-part';

const targetPerSecond = 1_500;
/** Enough to run for many seconds; a larger county changes nothing of what one change costs. */
const mostHouseholds = 20_000;

/** What the measured process prints. */
interface Rates {
  connections: number;
  changes: number;
  perSecond: number;
  plainChanges: number;
  plainPerSecond: number;
  wrong: string[];
}

/**
 * One stage change in the service: key, lock and version, visit, move with history and counter, events and command, in one
 * transaction. It is measured inside the service's own code, because no tool may import an app: the app's bench is started as a
 * process, as the app is.
 */
export const stageChange: Bench = {
  name: 'stage-change',
  shows:
    'visits are recorded in the service (record, stage move, outbox), beside find and save() of TypeORM for the same rows',
  async run({ seed, households, say }): Promise<BenchOutcome> {
    const part = await startCountyPart({ seed, say, households: Math.min(households, mostHouseholds) });
    try {
      const { campaignId } = await part.importCounty();
      await part.openCampaign(campaignId);
      // It would try again and again to deliver what it cannot; the measured process has the machine to itself.
      await part.part.kill('identification', 'SIGSTOP');
      const rates = await measure(part.part.databases.identification);
      return {
        measured: [
          { name: 'connections', value: rates.connections, unit: '' },
          { name: 'stage changes', value: rates.changes, unit: '' },
          { name: 'stage changes', value: rates.perSecond, unit: '/s', target: { atLeast: targetPerSecond } },
        ],
        baseline: [
          { name: 'find and save()', value: rates.plainChanges, unit: '' },
          { name: 'find and save()', value: rates.plainPerSecond, unit: '/s' },
        ],
        postgres: await part.postgresVersion(),
        wrong: rates.wrong,
      };
    } finally {
      await part.part.kill('identification', 'SIGCONT');
      await part.stop();
    }
  },
};

async function measure(databaseUrl: string): Promise<Rates> {
  const program = join(resolve(__dirname, '../../../..'), 'apps/identification/dist/bench/stage-change.js');
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(await text(child.stdout)) as Rates;
}
