import { databaseUrl, readEnvironment } from '@jingzhun/environment';

/** The settings of the measurements; nothing else here reads the environment. */
export function readEnv() {
  return readEnvironment({ DATABASE_URL: databaseUrl }, process.env);
}
