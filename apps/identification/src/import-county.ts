import { countyWide, Database } from '@jingzhun/database';
import { createReadStream } from 'node:fs';
import { CampaignRepository } from './campaign/campaign.repository';
import { CountyAlreadyImported, FileRefused } from './county-import/county-import.errors';
import { CountyImportRepository } from './county-import/county-import.repository';
import { CountyReading } from './county-import/county-reading';
import { dataSource } from './data-source';
import { DuplicateRepository } from './duplicate/duplicate.repository';
import { readRegisterEnv } from './env';
import { IdentityNumbers } from './identity-number/identity-numbers';

/**
 * `node dist/import-county.js FILE`: reads a county file into the register as the mutation does, without the service. Writes what it
 * brought and how long it took as JSON; of a refused file every fault, with exit code 1.
 */
async function importCounty(file: string): Promise<void> {
  const { DATABASE_URL, FIELD_ENCRYPTION_KEYS, BLIND_INDEX_KEYS } = readRegisterEnv();
  const database = new Database(await dataSource(DATABASE_URL).initialize());
  try {
    const campaign = await database.read(countyWide, (tx) => new CampaignRepository().find(tx));
    if (campaign) throw new CountyAlreadyImported('A county was imported already.');
    const reading = new CountyReading(
      database,
      new CountyImportRepository(database),
      new DuplicateRepository(),
      new IdentityNumbers({ fields: FIELD_ENCRYPTION_KEYS, index: BLIND_INDEX_KEYS }),
    );
    const [began, cpuBefore] = [performance.now(), process.cpuUsage()];
    const read = await reading.read(createReadStream(file), () => undefined);
    const { user, system } = process.cpuUsage(cpuBefore);
    const seconds = (performance.now() - began) / 1000;
    process.stdout.write(`${JSON.stringify({ ...read, seconds, cpuSeconds: (user + system) / 1e6 })}\n`);
  } finally {
    await database.dataSource.destroy();
  }
}

importCounty(process.argv[2] ?? '').catch((error: unknown) => {
  const problems = error instanceof FileRefused ? error.problems : undefined;
  const text = error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${problems ? JSON.stringify({ problems }) : text}\n`);
  process.exitCode = 1;
});
