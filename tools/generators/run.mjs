/**
 * `npm run new:service -- NAME`. Plain JavaScript, because on a fresh clone nothing is compiled: it builds the generator
 * first, then hands over.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const require = createRequire(import.meta.url);

const parts = ['kernel', 'access', 'subgraph', 'supergraph', 'generators'].map((name) => `@jingzhun/${name}`).join(',');
const nx = require.resolve('nx/bin/nx.js', { paths: [root] });
const build = spawnSync(process.execPath, [nx, 'run-many', '--target=build', `--projects=${parts}`], {
  cwd: root,
  env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' },
  encoding: 'utf8',
});
if (build.status !== 0) {
  process.stderr.write(`The generator could not be built.\n${build.stdout}${build.stderr}`);
  process.exit(1);
}

const [kind, ...args] = process.argv.slice(2);
try {
  if (kind !== 'service') throw new Error('Only services are generated: npm run new:service -- NAME');
  const { main } = require('./dist/main.js');
  process.exitCode = await main(root, args);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
