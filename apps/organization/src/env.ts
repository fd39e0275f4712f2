import { brokerList, databaseUrl, processSettings, readEnvironment, signingKey } from '@jingzhun/environment';
import { z } from 'zod';

/** The settings of this service. Nothing else here reads the environment. */
export function readEnv(source: NodeJS.ProcessEnv = process.env) {
  return readEnvironment(
    {
      ...processSettings,
      DATABASE_URL: databaseUrl,
      KAFKA_BROKERS: brokerList,
      GATEWAY_SIGNING_KEY: signingKey,
      ACCESS_TOKEN_PRIVATE_KEY: z.string().startsWith('-----BEGIN PRIVATE KEY-----', 'a PKCS8 PEM'),
      FILES_FOLDER: z.string().min(1),
      ADMIN_LOGIN: z.string().min(1).optional(),
      ADMIN_ACTIVATION_CODE: z.string().min(1).optional(),
    },
    source,
  );
}

export type Env = ReturnType<typeof readEnv>;

/** The settings of the migration command, which runs as the owner of the tables. */
export function readMigrationEnv(source: NodeJS.ProcessEnv = process.env) {
  return readEnvironment({ MIGRATION_DATABASE_URL: databaseUrl }, source);
}
