import type { Caller } from '@jingzhun/access';
import { Database, once } from '@jingzhun/database';
import { Uploads } from '@jingzhun/subgraph';
import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { CampaignRepository } from '../campaign/campaign.repository';
import { CountyImportRuns } from './county-import-runs';
import type { CountyImportRow } from './county-import.entity';
import { CountyAlreadyImported } from './county-import.errors';
import { CountyImportRepository } from './county-import.repository';

export interface ImportCounty {
  key: string;
  fileId: string;
}

/** Takes a county file for the register; it is read in the background of the mutation that asked for it. */
@Injectable()
export class CountyImportService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Uploads) private readonly uploads: Uploads,
    @Inject(CampaignRepository) private readonly campaigns: CampaignRepository,
    @Inject(CountyImportRepository) private readonly imports: CountyImportRepository,
    @Inject(CountyImportRuns) private readonly runs: CountyImportRuns,
  ) {}

  find(caller: Caller, id: string): Promise<CountyImportRow | null> {
    return this.database.read(caller, (tx) => this.imports.find(tx, id));
  }

  /** Answers at once with the import's record; `find` tells how far it is. */
  async start(caller: Caller, { key, fileId }: ImportCounty): Promise<CountyImportRow> {
    let content: Readable | undefined;
    const row = await this.database.transaction(caller, (tx) =>
      once(tx, { accountId: caller.accountId, key, payload: { fileId } }, async () => {
        if (await this.campaigns.find(tx)) throw new CountyAlreadyImported('A county was imported already.');
        content = await this.uploads.open(fileId);
        return this.imports.add(tx, randomUUID(), fileId);
      }),
    );
    if (content) this.runs.begin(row.id, fileId, content);
    return row;
  }
}
