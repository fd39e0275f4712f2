import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { endAll, startTimeOf } from '../../bootstrap/processes.cjs';

/**
 * A data folder that was not closed holds `postmaster.pid`. Its server may still live (its supervisor was killed): then
 * it is ended. Or the number belongs to an unrelated process by now: then only the file goes, because PostgreSQL
 * would take that process for its own and refuse to start.
 */
export async function clearStalePostmaster(folder: string): Promise<'nothing' | 'ended' | 'removed'> {
  const file = join(folder, 'postmaster.pid');
  let lines: string[];
  try {
    lines = readFileSync(file, 'utf8').split('\n');
  } catch {
    return 'nothing';
  }
  const pid = Number(lines[0]);
  const startTime = startTimeOf(pid);
  if (startTime !== undefined && isPostmasterOf(pid, folder)) {
    await endAll([{ kind: 'postgres', pid, startTime, tier: 0, stopSignal: 'SIGINT' }]);
    rmSync(file, { force: true });
    return 'ended';
  }
  rmSync(file, { force: true });
  return 'removed';
}

function isPostmasterOf(pid: number, folder: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(folder);
  } catch {
    // No /proc here: leave the judgement to PostgreSQL's own check by signalling nobody.
    return false;
  }
}
