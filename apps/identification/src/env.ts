import {
  brokerList,
  databaseUrl,
  processSettings,
  readEnvironment,
  signingKey,
  versionedKeys,
} from '@jingzhun/environment';
import { z } from 'zod';

/** What the commands need that work on the register without the service. */
const registerSettings = {
  DATABASE_URL: databaseUrl,
  FIELD_ENCRYPTION_KEYS: versionedKeys,
  BLIND_INDEX_KEYS: versionedKeys,
};

/** The settings of this service; nothing else here reads the environment. */
export function readEnv(source: NodeJS.ProcessEnv = process.env) {
  return readEnvironment(
    {
      ...processSettings,
      ...registerSettings,
      KAFKA_BROKERS: brokerList,
      TEMPORAL_ADDRESS: z.string().min(1),
      TEMPORAL_NAMESPACE: z.string().default('jingzhun'),
      GATEWAY_SIGNING_KEY: signingKey,
      WORKER_SIGNING_KEY: signingKey,
      FILES_FOLDER: z.string().min(1),
      UNATTACHED_FILE_HOURS: z.coerce.number().int().min(1).default(168),
    },
    source,
  );
}

export type Env = ReturnType<typeof readEnv>;

export function readRegisterEnv(source: NodeJS.ProcessEnv = process.env) {
  return readEnvironment(registerSettings, source);
}
