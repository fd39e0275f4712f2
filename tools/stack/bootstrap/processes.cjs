/**
 * Which process is which, and how all of a stack's processes are ended. Plain JavaScript without dependencies, because
 * the reaper, `npm run stop` and `npm run doctor` must work when nothing is installed or built.
 */
const { execFileSync } = require('node:child_process');
const { readFileSync } = require('node:fs');
const { setTimeout: pause } = require('node:timers/promises');

/**
 * When the process started, as an opaque text that is compared only; undefined when it does not run. A zombie does not
 * run: it only waits for its parent to notice.
 */
function startTimeOf(pid) {
  if (process.platform === 'linux') {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
      // The second field is the program's name in brackets and may itself hold blanks and brackets.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
    } catch {
      return undefined;
    }
  }
  try {
    const [state, ...started] = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' })
      .trim()
      .split(/\s+/);
    return state.startsWith('Z') ? undefined : started.join(' ');
  } catch {
    return undefined;
  }
}

/** Whether this very process still runs; a later process that got the same number is somebody else's. */
function isAlive({ pid, startTime }) {
  return startTime !== undefined && startTimeOf(pid) === startTime;
}

function signal(target, name) {
  if (!isAlive(target)) return;
  try {
    process.kill(target.pid, name);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

async function waitForEnd(targets, milliseconds) {
  const deadline = Date.now() + milliseconds;
  while (targets.some(isAlive) && Date.now() < deadline) await pause(20);
}

/**
 * Ends every process, dependents first: the highest tier is asked to stop, given time, then killed; then the next tier.
 */
async function endAll(targets, graceMilliseconds = 15_000) {
  const tiers = [...new Set(targets.map(({ tier }) => tier))].sort((a, b) => b - a);
  for (const tier of tiers) {
    const members = targets.filter((target) => target.tier === tier);
    for (const member of members) signal(member, member.stopSignal);
    await waitForEnd(members, graceMilliseconds);
    for (const member of members) signal(member, 'SIGKILL');
    await waitForEnd(members, 5_000);
  }
}

module.exports = { endAll, isAlive, startTimeOf };
