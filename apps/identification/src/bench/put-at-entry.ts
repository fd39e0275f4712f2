import { Database } from '@jingzhun/database';
import { dataSource } from '../data-source';
import { putAtEntry } from './at-entry.repository';
import { readEnv } from './env';

/** `node dist/bench/put-at-entry.js TOTAL` */
async function main(): Promise<void> {
  const source = await dataSource(readEnv().DATABASE_URL).initialize();
  await putAtEntry(new Database(source), Number(process.argv[2]));
  await source.destroy();
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
