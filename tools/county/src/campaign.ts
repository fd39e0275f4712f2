import { writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CannotStart, lineProgress, RunFolder, startStack } from '@jingzhun/stack';
import { ProgressLine } from './campaign/progress-line';
import type { CampaignResult } from './campaign/result';
import { runCampaign } from './campaign/run-campaign';
import { Stopwatch } from './campaign/stopwatch';
import { tableOf } from './campaign/table';
import { firstAdministrator } from './force/first-administrator';
import { Tally } from './force/tally';
import { generateCounty } from './generator/generate-county';
import { luocheng } from './generator/luocheng-2015';

const usage = `npm run campaign -- --households N [--full] [--seed S] [--json FILE] [--keep]

A whole campaign on a stack of its own, from the import to the last entry, by a simulated field force through the gateway.
  --households N   how many households, 1 to ${luocheng.households} (550 when not given)
  --full           the whole county: ${luocheng.households}
  --seed S         another made-up county, another course of events
  --json FILE      the result as JSON
  --keep           leave the data and the logs
  --day MS         how long a day of the compressed calendar lasts
  --teams N        field teams out at the same time`;

interface Wish {
  households: number;
  seed: string;
  json?: string;
  keep: boolean;
  day?: number;
  teams?: number;
}

function readWish(args: string[]): Wish | undefined {
  const { values } = parseArgs({
    args,
    options: {
      households: { type: 'string', default: '550' },
      full: { type: 'boolean', default: false },
      seed: { type: 'string', default: 'luocheng' },
      json: { type: 'string' },
      keep: { type: 'boolean', default: false },
      day: { type: 'string' },
      teams: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  return {
    households: values.full ? luocheng.households : wholeNumber('--households', values.households),
    seed: values.seed,
    json: values.json,
    keep: values.keep,
    day: values.day === undefined ? undefined : wholeNumber('--day', values.day),
    teams: values.teams === undefined ? undefined : wholeNumber('--teams', values.teams),
  };
}

function wholeNumber(option: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new CannotStart(`${option} wants a whole number, not ${text}`);
  return value;
}

/** The command `npm run campaign`; answers its exit code. */
export async function campaign(args: string[]): Promise<number> {
  const wish = readWish(args);
  if (!wish) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  const result = await onOwnStack(wish);
  if (wish.json) writeFileSync(wish.json, `${JSON.stringify(result, null, 2)}\n`);
  process.stdout.write(`\n${tableOf(result.figures)}\n\n${summaryOf(result)}\n`);
  for (const problem of result.problems) process.stdout.write(`NOT RIGHT: ${problem}\n`);
  return result.ok ? 0 : 1;
}

async function onOwnStack({ households, seed, keep, day, teams }: Wish): Promise<CampaignResult> {
  const county = generateCounty({ households, seed });
  const { credentials, environment } = firstAdministrator(randomBytes(16).toString('hex'));
  const folder = keep
    ? await RunFolder.open(join(process.cwd(), '.jingzhun', `campaign-${households}-${Date.now()}`))
    : RunFolder.temporary('campaign');
  const stopwatch = new Stopwatch();
  const write = (line: string) => void process.stderr.write(`${line}\n`);
  write(`${households} households, seed ${seed}; logs in ${join(folder.path, 'logs')}`);
  const stack = await stopwatch.time('stack', () =>
    startStack({
      run: folder,
      durable: true,
      progress: lineProgress(write),
      report: write,
      environment: { organization: environment },
    }),
  );
  const endStack = () => void stack.stop().finally(() => process.exit(130));
  process.once('SIGINT', endStack).once('SIGTERM', endStack);
  const tally = new Tally();
  const progress = new ProgressLine(county.expectation, tally);
  try {
    return await runCampaign({
      stack,
      county,
      seed,
      administrator: credentials,
      dayMilliseconds: day,
      teamsAtOnce: teams,
      stopwatch,
      tally,
      onPhase: (phase) => progress.enter(phase),
    });
  } finally {
    progress.end();
    await stack.stop();
  }
}

function summaryOf(result: CampaignResult): string {
  const { wallSeconds, householdsPerSecond, stateTransitionsPerHousehold, eventsPerHousehold } = result;
  const phases = Object.entries(wallSeconds).map(([phase, seconds]) => `${phase} ${seconds.toFixed(1)} s`);
  const cpu = Object.entries(result.cpuMsPerHousehold).map(([kind, ms]) => `${kind} ${ms}`);
  const memory = Object.entries(result.rssMiB).map(([kind, mebibytes]) => `${kind} ${mebibytes}`);
  return [
    phases.join(', '),
    `${householdsPerSecond} households/s; a day lasted ${result.dayMilliseconds} ms`,
    `CPU ms per household: ${cpu.join(', ')}`,
    `memory MiB: ${memory.join(', ')}`,
    `per household: ${eventsPerHousehold.median} events (most ${eventsPerHousehold.max}), ` +
      `${stateTransitionsPerHousehold.median} state transitions (most ${stateTransitionsPerHousehold.max})`,
    `${result.eventsPublished} events published, ${result.outboxPending} pending; ${result.reminders} reminders, ${result.breaches} breaches; ${result.errors} errors`,
    result.ok ? 'ok' : 'NOT ok',
  ].join('\n');
}
