import { migrate } from '@jingzhun/database';
import { databaseUrl, readEnvironment } from '@jingzhun/environment';
import { migrations } from './migrations';

const { MIGRATION_DATABASE_URL } = readEnvironment({ MIGRATION_DATABASE_URL: databaseUrl }, process.env);

migrate(MIGRATION_DATABASE_URL, migrations).then(
  (done) => process.stdout.write(done.length ? `migrated: ${done.join(', ')}\n` : 'nothing to migrate\n'),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
  },
);
