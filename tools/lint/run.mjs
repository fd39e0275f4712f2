/**
 * `npm run lint`. Plain JavaScript, because on a fresh clone nothing is compiled: it builds the checks, which also
 * brings the Nx project graph up to date. Without a graph the boundary rule would skip itself and let everything pass.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { knownRuntimes, knownTypes } from './boundaries.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const require = createRequire(import.meta.url);

const nx = require.resolve('nx/bin/nx.js', { paths: [root] });
const build = spawnSync(process.execPath, [nx, 'run-many', '--target=build', '--projects=@jingzhun/lint'], {
  cwd: root,
  env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' },
  encoding: 'utf8',
});
if (build.status !== 0) {
  process.stderr.write(`The checks could not be built.\n${build.stdout}${build.stderr}`);
  process.exit(1);
}

const { main } = require('./dist/main.js');
process.exitCode = await main(root, { types: knownTypes, runtimes: knownRuntimes });
