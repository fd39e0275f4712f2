/** Brings packages and build up to date, as far as they are not. */
const { spawn } = require('node:child_process');
const { statSync } = require('node:fs');
const { join } = require('node:path');
const { workspace } = require('./programs.cjs');

const shownLines = 40;

function modifiedAt(file) {
  return statSync(join(workspace, file), { throwIfNoEntry: false })?.mtimeMs;
}

/** Whether the installed packages are those of the lock file. */
function isInstalled() {
  const installed = modifiedAt('node_modules/.package-lock.json');
  return installed !== undefined && installed >= modifiedAt('package-lock.json');
}

async function install() {
  if (isInstalled()) return;
  await run('Packages', 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

async function build() {
  const nx = join(workspace, 'node_modules/.bin/nx');
  await run('Build', nx, ['run-many', '--target=build', '--parallel=2', '--output-style=stream']);
}

/** Runs a tool, silent unless it fails; a line before and one after. */
function run(title, command, args) {
  const began = Date.now();
  process.stdout.write(
    `${title}: ${command === 'npm' ? 'installing, one to two minutes' : 'bringing it up to date'}\n`,
  );
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: workspace,
      env: { ...process.env, NX_DAEMON: 'false', NX_NO_CLOUD: 'true', NX_TUI: 'false', FORCE_COLOR: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (chunk) => (output = (output + chunk).slice(-50_000));
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', reject);
    child.once('close', (code) => {
      if (code !== 0) {
        process.stderr.write(`${output.trimEnd().split('\n').slice(-shownLines).join('\n')}\n`);
        return reject(new Error(`${title}: failed with exit code ${code}.`));
      }
      process.stdout.write(`${title}: ready after ${((Date.now() - began) / 1000).toFixed(1)} s\n`);
      resolve();
    });
  });
}

module.exports = { build, install, isInstalled };
