import type { Caller } from '@jingzhun/access';
import { Database, once } from '@jingzhun/database';
import { Uploads } from '@jingzhun/subgraph';
import { Inject, Injectable } from '@nestjs/common';
import { MatchFileRefused } from './lead.errors';
import type { MatchFileRow } from './lead.repository';
import { MatchFileLeads } from './match-file-leads';

export interface ImportMatchFile {
  key: string;
  fileId: string;
}

/** Takes the files of other departments. They hold identity numbers: each is forgotten once it was read, or was refused. */
@Injectable()
export class LeadImportService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Uploads) private readonly uploads: Uploads,
    @Inject(MatchFileLeads) private readonly leads: MatchFileLeads,
  ) {}

  async import(caller: Caller, { key, fileId }: ImportMatchFile): Promise<MatchFileRow> {
    try {
      const file = await this.database.transaction(caller, (tx) =>
        once(tx, { accountId: caller.accountId, key, payload: { fileId } }, async () =>
          this.leads.take(tx, await this.uploads.open(fileId), caller.accountId),
        ),
      );
      await this.uploads.discard(fileId);
      return file;
    } catch (error) {
      if (error instanceof MatchFileRefused) await this.uploads.discard(fileId);
      throw error;
    }
  }
}
