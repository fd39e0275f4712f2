import { relative } from 'node:path';
import { startFolder } from '../../bootstrap/start-folder.cjs';
import type { AppEnvironments } from '../apps/app';
import { portFrom } from '../run/ports';
import { lineProgress, type Progress } from '../run/progress';
import { RunFolder } from '../run/run-folder';
import { type Stack, stackSteps, startStack } from '../stack';
import type { DemoCounty, SeedDemo } from './demo-county';
import { TaskList } from './task-list';

const usualGatewayPort = 4000;
const usualTemporalUiPort = 8233;

export interface StartOptions {
  /** The gateway's port when one was asked for. */
  port?: number;
  /** Whether Temporal's Web UI runs too. */
  ui: boolean;
  /** Leaves the demo campaign as it is. */
  quietCampaign: boolean;
  seedDemo: SeedDemo;
  /** What the demo county needs in the environment of single apps. */
  demoEnvironment: AppEnvironments;
}

const write = (line: string) => void process.stdout.write(`${line}\n`);

/** `npm start`: brings everything up, shows where it is and keeps it running until it is told to end. */
export async function start(options: StartOptions): Promise<number> {
  const ending = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => ending.abort());
  const told = new Promise<undefined>((resolve) => {
    ending.signal.addEventListener('abort', () => resolve(undefined));
  });
  const gatewayPort = await chooseGatewayPort(options.port);
  const temporalUiPort = options.ui ? await portFrom(usualTemporalUiPort, false) : undefined;
  const run = await RunFolder.open(startFolder);
  write(`Logs: ${relative(process.cwd(), run.path)}/logs, one file for each process`);
  const shown = progressFor([...stackSteps, ...(options.ui ? ['Temporal Web UI'] : []), 'Demo county']);
  const { progress } = shown;
  const environment = {
    ...options.demoEnvironment,
    // For the developer at this machine; an installation for a county shows neither.
    gateway: { ALLOW_GRAPHIQL: 'true', ALLOW_INTROSPECTION: 'true', ...options.demoEnvironment.gateway },
  };
  let stack: Stack | undefined;
  let demo: DemoCounty | undefined;
  try {
    const ports = { gatewayPort, temporalUiPort };
    const wanted = { run, given: process.env, durable: true, progress, report: write, environment, ...ports };
    const running = await startStack({ ...wanted, signal: ending.signal });
    stack = running;
    const live = !options.quietCampaign;
    const seeding = progress.step('Demo county', (say) => options.seedDemo(running, { live, say }));
    demo = await Promise.race([seeding, told]);
    await shown.close();
    if (demo) printAddresses(running, demo);
    await told;
  } catch (error) {
    await shown.close();
    if (!ending.signal.aborted) throw error;
  } finally {
    if (stack) write('Stopping.');
    await demo?.stop();
    await stack?.stop();
  }
  write('Stopped.');
  return 0;
}

async function chooseGatewayPort(asked: number | undefined): Promise<number> {
  const port = await portFrom(asked ?? usualGatewayPort, asked !== undefined);
  if (asked === undefined && port !== usualGatewayPort) {
    write(`Port ${usualGatewayPort} is in use: the gateway takes ${port}.`);
  }
  return port;
}

function progressFor(titles: string[]): { progress: Progress; close: () => Promise<void> } {
  if (!process.stdout.isTTY) return { progress: lineProgress(write), close: () => Promise.resolve() };
  const list = new TaskList(titles);
  return { progress: list, close: () => list.close() };
}

function printAddresses({ apps, temporalUi }: Stack, { signIns }: DemoCounty): void {
  write('');
  write('精准 Jingzhun is ready.');
  write(`  Gateway                 ${apps.gateway}/graphql`);
  write(`  GraphiQL                ${apps.gateway}/graphiql`);
  if (temporalUi) write(`  Temporal Web UI         ${temporalUi}`);
  write('  Demo sign-ins');
  const widths = { role: longest(signIns.map(({ role }) => role)), login: longest(signIns.map(({ login }) => login)) };
  for (const { role, login, password } of signIns) {
    write(`    ${role.padEnd(widths.role)}   ${login.padEnd(widths.login)}   ${password}`);
  }
  write('  To stop: Ctrl-C here, or npm run stop anywhere in this folder.');
}

function longest(texts: string[]): number {
  return Math.max(0, ...texts.map(({ length }) => length));
}
