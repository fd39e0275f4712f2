/** `npm run reset`: throws the data of `npm start` away, after asking. */
const { existsSync, readFileSync, rmSync } = require('node:fs');
const { join } = require('node:path');
const { createInterface } = require('node:readline/promises');
const { cleanUp, liveRecord } = require('./run-record.cjs');
const { startFolder } = require('./start-folder.cjs');

async function reset({ yes = false } = {}) {
  if (liveRecord(startFolder)) {
    process.stderr.write('It runs: npm run stop first.\n');
    return 1;
  }
  if (!yes && !(await agrees())) {
    process.stdout.write('Nothing was removed.\n');
    return 1;
  }
  await cleanUp(startFolder);
  // Noted when the database could not live in the folder itself.
  const note = join(startFolder, 'elsewhere');
  if (existsSync(note)) rmSync(readFileSync(note, 'utf8'), { recursive: true, force: true });
  rmSync(startFolder, { recursive: true, force: true });
  process.stdout.write('Removed. The next npm start begins with a new county.\n');
  return 0;
}

async function agrees() {
  if (!existsSync(startFolder)) return true;
  if (!process.stdin.isTTY) return false;
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await asking.question(
    'This removes the demo county with everything recorded in it. Type yes to go on: ',
  );
  asking.close();
  return answer.trim() === 'yes';
}

module.exports = { reset };
