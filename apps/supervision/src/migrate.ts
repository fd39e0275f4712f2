import { migrate } from '@jingzhun/database';
import { readMigrationEnv } from './env';
import { migrations } from './migrations';

migrate(readMigrationEnv().MIGRATION_DATABASE_URL, migrations).then(
  (done) => process.stdout.write(done.length ? `migrated: ${done.join(', ')}\n` : 'nothing to migrate\n'),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
  },
);
