import { Database } from '@jingzhun/database';
import { dataSource } from './data-source';
import { readRegisterEnv } from './env';
import { IdentityNumbers } from './identity-number/identity-numbers';
import { Resealing } from './identity-number/resealing';
import { ResealingRepository } from './identity-number/resealing.repository';

/** `node dist/reseal.js`: brings every stored identity number under the present keys. May be repeated, and broken off. */
async function reseal(): Promise<void> {
  const { DATABASE_URL, FIELD_ENCRYPTION_KEYS, BLIND_INDEX_KEYS } = readRegisterEnv();
  const database = new Database(await dataSource(DATABASE_URL).initialize());
  try {
    const numbers = new IdentityNumbers({ fields: FIELD_ENCRYPTION_KEYS, index: BLIND_INDEX_KEYS });
    const resealed = await new Resealing(database, new ResealingRepository(), numbers).run({
      onProgress: ({ members, changeRequests }) =>
        process.stdout.write(`sealed again: ${members} members, ${changeRequests} change requests\n`),
    });
    process.stdout.write(`done: ${JSON.stringify(resealed)}\n`);
  } finally {
    await database.dataSource.destroy();
  }
}

reseal().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
