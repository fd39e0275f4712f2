import { brokerList, databaseUrl, processSettings, readEnvironment, signingKey } from '@jingzhun/environment';
import { z } from 'zod';

/** The settings of this service; nothing else here reads the environment. */
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
      FILES_FOLDER: z.string().min(1),
      UNATTACHED_FILE_HOURS: z.coerce.number().int().min(1).default(168),
    },
    source,
  );
}

export type Env = ReturnType<typeof readEnv>;
