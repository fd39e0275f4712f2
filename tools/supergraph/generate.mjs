/**
 * `npm run generate` writes what follows from the SDL: the types of each service and the supergraph of the gateway.
 * `npm run generate -- --check` writes nothing and fails when any of it is stale.
 *
 * Plain JavaScript, because on a fresh clone nothing is compiled: it builds the generator first, then hands over.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const require = createRequire(import.meta.url);

const parts = ['kernel', 'access', 'subgraph', 'supergraph'].map((name) => `@jingzhun/${name}`).join(',');
const nx = require.resolve('nx/bin/nx.js', { paths: [root] });
const build = spawnSync(process.execPath, [nx, 'run-many', '--target=build', `--projects=${parts}`], {
  cwd: root,
  env: { ...process.env, NX_DAEMON: 'false' },
  encoding: 'utf8',
});
if (build.status !== 0) {
  process.stderr.write(`The generator could not be built.\n${build.stdout}${build.stderr}`);
  process.exit(1);
}

const { main } = require('@jingzhun/supergraph');
process.exitCode = await main(root, process.argv.slice(2));
