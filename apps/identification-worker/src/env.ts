import { processSettings, readEnvironment, signingKey } from '@jingzhun/environment';
import { z } from 'zod';

/** The settings of the worker. Nothing else here reads the environment. */
export function readEnv(source: NodeJS.ProcessEnv = process.env) {
  return readEnvironment(
    {
      ...processSettings,
      TEMPORAL_ADDRESS: z.string().regex(/^[^:]+:\d+$/, 'host:port expected'),
      TEMPORAL_NAMESPACE: z.string().min(1).default('jingzhun'),
      IDENTIFICATION_URL: z.url(),
      SUPERVISION_URL: z.url(),
      WORKER_SIGNING_KEY: signingKey,
    },
    source,
  );
}

export type Env = ReturnType<typeof readEnv>;
