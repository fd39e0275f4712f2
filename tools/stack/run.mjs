/**
 * The way into every command of package.json. Plain Node without dependencies: works on a fresh clone, checks what is
 * needed in one line each, installs and builds what is missing, then hands over within this process, which thereby is
 * the supervisor that a signal reaches.
 */
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import doctorCommand from './bootstrap/doctor.cjs';
import installation from './bootstrap/installation.cjs';
import requirements from './bootstrap/requirements.cjs';
import resetCommand from './bootstrap/reset.cjs';
import runRecord from './bootstrap/run-record.cjs';
import startFolder from './bootstrap/start-folder.cjs';
import stopCommand from './bootstrap/stop.cjs';
import testCommand from './bootstrap/test.cjs';

/** Loads what the build wrote; it is CommonJS. */
const built = createRequire(import.meta.url);
const usualPort = 4000;

const commands = {
  async start(args) {
    const options = startOptions(args);
    await check({ port: options.port ?? usualPort, explicitPort: options.port !== undefined, ui: options.ui });
    const running = runRecord.liveRecord(startFolder.startFolder);
    if (running) throw new Error(`It runs already: ${running.addresses.gateway ?? 'starting'}. npm run stop ends it.`);
    await bringUpToDate();
    const { start } = built('./dist/commands/start.js');
    // The one place where the stack meets the demo county; neither library knows the other's command.
    const { seedDemo, demoEnvironment } = built('../county/dist/demo.js');
    return start({ ...options, seedDemo, demoEnvironment });
  },
  async campaign(args) {
    await check();
    await bringUpToDate();
    const { campaign } = built('../county/dist/campaign.js');
    return campaign(args);
  },
  async bench(args) {
    await check();
    await bringUpToDate();
    const { bench } = built('../bench/dist/main.js');
    return bench(args);
  },
  async test(args) {
    await check();
    await bringUpToDate();
    return testCommand.test(args);
  },
  stop: () => stopCommand.stop(),
  doctor: () => doctorCommand.doctor(),
  reset: (args) => resetCommand.reset(parse(args, { yes: { type: 'boolean' } })),
};

function startOptions(args) {
  const values = parse(args, {
    'quiet-campaign': { type: 'boolean' },
    'no-ui': { type: 'boolean' },
    port: { type: 'string' },
  });
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
    throw new Error(`--port ${values.port}: a number from 1 to 65535 is wanted.`);
  }
  return { port, ui: !values['no-ui'], quietCampaign: values['quiet-campaign'] === true };
}

function parse(args, options) {
  return parseArgs({ args, options, strict: true }).values;
}

/** Ends with one clear line for each thing that is missing, before anything long starts. */
async function check(wanted) {
  const missing = (await requirements.checkRequirements(wanted)).filter(({ ok }) => !ok);
  if (missing.length > 0) throw new Error(missing.map(({ line }) => line).join('\n'));
}

/** Installs and builds what is missing. */
async function bringUpToDate() {
  await installation.install();
  await installation.build();
}

const [name, ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name ?? '') ? commands[name] : undefined;
try {
  if (!command) throw new Error(`Commands: ${Object.keys(commands).join(', ')}.`);
  // Left over connections and timers of a command that is done must not keep the shell waiting.
  process.exit(await command(args));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
