import { join } from 'node:path';
import { provisionDatabase } from '@jingzhun/database';
import { workspace } from '../../bootstrap/programs.cjs';
import { runTool } from '../build/run-tool';
import { type Service, services } from './app';

/** Makes each service's database and brings its tables up to date; answers the addresses the services run with. */
export async function prepareDatabases(adminUrl: string): Promise<Record<Service, string>> {
  const entries = await Promise.all(
    services.map(async (service) => [service, await prepare(adminUrl, service)] as const),
  );
  return Object.fromEntries(entries) as Record<Service, string>;
}

async function prepare(adminUrl: string, service: Service): Promise<string> {
  const { migrationUrl, runningUrl } = await provisionDatabase(adminUrl, service);
  await runTool(process.execPath, [join('apps', service, 'dist/migrate.js')], {
    workingFolder: workspace,
    environment: { PATH: process.env.PATH, MIGRATION_DATABASE_URL: migrationUrl },
    missing: 'Node is gone.',
  });
  return runningUrl;
}
