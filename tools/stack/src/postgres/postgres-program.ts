import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Client, DatabaseError } from 'pg';
import { CannotStart } from '../run/cannot-start';
import { freePort } from '../run/ports';
import type { Program } from '../run/program';
import type { RunFolder } from '../run/run-folder';
import { postgresBinaries } from './binaries';
import { administrator, clusterFolder, configureCluster, createCluster } from './cluster';
import { clearStalePostmaster } from './stale-postmaster';
import { unprivilegedUser } from './system-user';

/** Longest path of a Unix socket. */
const longestSocketPath = 100;
/** The SQLSTATE class of a refused sign-in. */
const authorizationClass = '28';

/** A PostgreSQL of the run's own, with its data in the run folder, reachable on loopback only. */
export async function postgresProgram(run: RunFolder, durable: boolean): Promise<{ program: Program; url: string }> {
  const user = unprivilegedUser();
  const binaries = postgresBinaries(user);
  const folder = clusterFolder(run, user);
  const password = run.secret('postgres.password', () => randomBytes(24).toString('base64url'));
  const port = await freePort();
  const url = `postgres://${administrator}:${password}@127.0.0.1:${port}/postgres`;
  const socketFolder = folder.length < longestSocketPath - '/.s.PGSQL.00000.lock'.length ? folder : '';
  const program: Program = {
    kind: 'postgres',
    command: join(binaries, 'postgres'),
    args: ['-D', folder, '-h', '127.0.0.1', '-p', String(port), '-k', socketFolder],
    environment: { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' },
    user,
    tier: 0,
    // "Fast": open connections are cut, committed work is kept.
    stopSignal: 'SIGINT',
    readyWithinMs: 120_000,
    prepare: async () => {
      await clearStalePostmaster(folder);
      createCluster(folder, binaries, user, password);
      configureCluster(folder, user, durable);
    },
    isReady: () => acceptsQueries(url),
  };
  return { program, url };
}

/** Whether a query is answered at this address; a refused password is an error, for waiting would not change it. */
export async function acceptsQueries(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch (error) {
    if (error instanceof DatabaseError && error.code?.startsWith(authorizationClass)) {
      throw new CannotStart(`PostgreSQL at ${new URL(url).host} refuses the sign-in: ${error.message}.`);
    }
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
