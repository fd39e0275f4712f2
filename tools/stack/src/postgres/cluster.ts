import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspace } from '../../bootstrap/programs.cjs';
import { CannotStart } from '../run/cannot-start';
import type { RunFolder } from '../run/run-folder';
import { canEnter, placeOutsideHome, type SystemUser } from './system-user';

export const administrator = 'postgres';

/** The data folder of a run's cluster: in the run folder, or outside when the unprivileged user cannot walk there. */
export function clusterFolder(run: RunFolder, user: SystemUser | undefined): string {
  if (canEnter(run.path, user)) return join(run.path, 'postgres');
  const place = placeOutsideHome(`data-${createHash('sha256').update(run.path).digest('hex').slice(0, 16)}`);
  if (existsSync(place) && statSync(place).uid !== user?.uid) {
    throw new CannotStart(`${place} belongs to another user: remove it.`);
  }
  run.owns(place);
  return place;
}

/** Makes the cluster when there is none yet. Text sorts by code point everywhere; another order is asked for by name. */
export function createCluster(folder: string, binaries: string, user: SystemUser | undefined, password: string): void {
  if (existsSync(join(folder, 'PG_VERSION'))) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { mode: 0o700 });
  const passwordFile = `${folder}.initdb`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) for (const path of [folder, passwordFile]) chownSync(path, user.uid, user.gid);
  const result = spawnSync(
    join(binaries, 'initdb'),
    [
      ...['--pgdata', folder, '--username', administrator, '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
      ...['--encoding', 'UTF8', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--locale', 'C'],
      '--no-sync',
    ],
    { ...user, cwd: '/', encoding: 'utf8', env: { PATH: process.env.PATH ?? '', TZ: 'UTC' } },
  );
  rmSync(passwordFile, { force: true });
  if (result.status !== 0) throw new CannotStart(`PostgreSQL could not make its data folder: ${result.stderr.trim()}`);
}

/** Puts our settings in place; done at every start, so that a change of them reaches an existing cluster. */
export function configureCluster(folder: string, user: SystemUser | undefined, durable: boolean): void {
  const file = join(folder, 'postgresql.conf');
  const settings = durable ? ['postgresql.conf'] : ['postgresql.conf', 'fast.conf'];
  const texts = settings.map((name) => readFileSync(join(workspace, 'infra/postgres', name), 'utf8'));
  writeFileSync(file, texts.join('\n'));
  chmodSync(file, 0o600);
  if (user) chownSync(file, user.uid, user.gid);
}
