import { brokerList, databaseUrl, processSettings, readEnvironment, signingKey } from '@jingzhun/environment';
import { z } from 'zod';

/** The settings of this service. Nothing else here reads the environment. */
export function readEnv(source: NodeJS.ProcessEnv = process.env) {
  return readEnvironment(
    {
      ...processSettings,
      DATABASE_URL: databaseUrl,
      KAFKA_BROKERS: brokerList,
      TEMPORAL_ADDRESS: z.string().min(1),
      TEMPORAL_NAMESPACE: z.string().default('jingzhun'),
      GATEWAY_SIGNING_KEY: signingKey,
      WORKER_SIGNING_KEY: signingKey,
    },
    source,
  );
}

export type Env = ReturnType<typeof readEnv>;

/** The settings of the migration command, which runs as the owner of the tables. */
export function readMigrationEnv(source: NodeJS.ProcessEnv = process.env) {
  return readEnvironment({ MIGRATION_DATABASE_URL: databaseUrl }, source);
}
