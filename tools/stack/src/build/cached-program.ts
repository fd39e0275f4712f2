import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isAlive, type ProcessIdentity, startTimeOf } from '../../bootstrap/processes.cjs';
import { type CachedProgramName, programFolder } from '../../bootstrap/programs.cjs';
import { waitUntil } from '../run/wait-until';

const longestBuildMs = 30 * 60_000;

/**
 * The folder of a program in the user's cache; `build` fills it once. The result appears whole or not at all, and
 * when two checkouts want it at the same time one builds and the other waits.
 */
export async function cachedProgram(
  name: CachedProgramName,
  build: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = programFolder(name);
  if (existsSync(folder)) return folder;
  mkdirSync(dirname(folder), { recursive: true });
  const lock = `${folder}.lock`;
  await waitUntil(`another build of ${name}`, () => existsSync(folder) || takeLock(lock), {
    withinMs: longestBuildMs,
    everyMs: 250,
  });
  if (existsSync(folder)) return folder;
  const draft = mkdtempSync(`${folder}.draft-`);
  try {
    await build(draft);
    renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
    rmSync(lock, { force: true });
  }
  return folder;
}

/** Takes the lock when it is free or when its holder no longer lives. */
function takeLock(lock: string): boolean {
  const holder: ProcessIdentity = { pid: process.pid, startTime: startTimeOf(process.pid) ?? '' };
  try {
    writeFileSync(lock, JSON.stringify(holder), { flag: 'wx' });
    return true;
  } catch {
    if (holderIsDead(lock)) rmSync(lock, { force: true });
    return false;
  }
}

function holderIsDead(lock: string): boolean {
  try {
    return !isAlive(JSON.parse(readFileSync(lock, 'utf8')) as ProcessIdentity);
  } catch {
    // Being written or just removed: whoever asks again will see.
    return false;
  }
}
