/** `npm run stop`: asks the supervisor to end everything, and ends by itself what a dead one left. */
const { setTimeout: pause } = require('node:timers/promises');
const { isAlive } = require('./processes.cjs');
const { cleanUp, liveRecord, readRecord } = require('./run-record.cjs');
const { startFolder } = require('./start-folder.cjs');

const patienceMs = 60_000;

async function stop() {
  const record = readRecord(startFolder);
  if (!record) {
    process.stdout.write('Nothing runs.\n');
    return 0;
  }
  if (liveRecord(startFolder)) {
    process.kill(record.supervisor.pid, 'SIGTERM');
    const deadline = Date.now() + patienceMs;
    while (isAlive(record.supervisor) && Date.now() < deadline) await pause(50);
    if (isAlive(record.supervisor)) process.kill(record.supervisor.pid, 'SIGKILL');
  }
  await cleanUp(startFolder);
  process.stdout.write('Stopped.\n');
  return 0;
}

module.exports = { stop };
