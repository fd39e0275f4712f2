import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SystemUser {
  uid: number;
  gid: number;
}

/** PostgreSQL refuses to run as root; root lends it the user `nobody`, who exists everywhere and owns nothing. */
export function unprivilegedUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const [uid, gid] = ['-u', '-g'].map((flag) => Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout));
  return { uid: uid || 65_534, gid: gid || 65_534 };
}

/** Whether the user can walk to this folder. */
export function canEnter(folder: string, user: SystemUser | undefined): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...user, cwd: '/' }).status === 0;
}

/** A path every user can walk to; it outlives a restart of the machine where there is such a place. */
export function placeOutsideHome(name: string): string {
  return join(existsSync('/var/tmp') ? '/var/tmp' : tmpdir(), `jingzhun-${name}`);
}
