import type { Caller } from '@jingzhun/access';
import { Database, once } from '@jingzhun/database';
import { plainName } from '@jingzhun/identification-rules';
import { NotFound } from '@jingzhun/kernel';
import { Uploads } from '@jingzhun/subgraph';
import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { CampaignRepository } from '../campaign/campaign.repository';
import { RunningCampaign } from '../campaign/running-campaign';
import { CaseService } from '../case/case.service';
import { IdentityNumbers } from '../identity-number/identity-numbers';
import type { FrozenProfile } from '../profile/profile.repository';
import { MatchFileRefused } from './lead.errors';
import { LeadRepository, type MatchFileRow } from './lead.repository';
import { leadRuleOf, leadsFrom } from './lead.rules';
import type { MatchFile, MatchLine } from './match-file';
import { readMatchFile } from './match-file-reading';

export interface ImportMatchFile {
  key: string;
  fileId: string;
}

/** Reads the files of other departments: every line that may be about somebody of the register becomes a lead, or none does. */
@Injectable()
export class LeadImportService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Uploads) private readonly uploads: Uploads,
    @Inject(CampaignRepository) private readonly campaigns: CampaignRepository,
    @Inject(RunningCampaign) private readonly running: RunningCampaign,
    @Inject(CaseService) private readonly cases: CaseService,
    @Inject(IdentityNumbers) private readonly numbers: IdentityNumbers,
    @Inject(LeadRepository) private readonly leads: LeadRepository,
  ) {}

  files(caller: Caller): Promise<MatchFileRow[]> {
    return this.database.read(caller, (tx) => this.leads.files(tx));
  }

  /** The file holds identity numbers: it is forgotten once it was read, or was refused. */
  async import(caller: Caller, { key, fileId }: ImportMatchFile): Promise<MatchFileRow> {
    const profile = await this.running.profile();
    try {
      const file = await this.database.transaction(caller, (tx) =>
        once(tx, { accountId: caller.accountId, key, payload: { fileId } }, () =>
          this.take(tx, caller, profile, fileId),
        ),
      );
      await this.uploads.discard(fileId);
      return file;
    } catch (error) {
      if (error instanceof MatchFileRefused) await this.uploads.discard(fileId);
      throw error;
    }
  }

  private async take(tx: EntityManager, caller: Caller, profile: FrozenProfile, fileId: string): Promise<MatchFileRow> {
    const rule = leadRuleOf(profile);
    const campaign = await this.campaigns.find(tx);
    if (!campaign) throw new NotFound('There is no campaign.', 'fileId');
    const file = await readMatchFile(await this.uploads.open(fileId), campaign.areaCode);
    const at = await this.cases.moment(tx);
    const { people, nameOf } = await this.candidates(tx, file);
    const matched = leadsFrom(file, nameOf, people, rule, { at, newId: randomUUID });
    const id = randomUUID();
    const leads = await this.leads.add(tx, id, matched);
    const row: MatchFileRow = {
      ...{ id, source: file.source, records: file.lines.length },
      ...{ matched: new Set(matched.map(({ lead }) => lead.record)).size, leads },
      ...{ importedAt: at, importedBy: caller.personId },
    };
    await this.leads.addFile(tx, row);
    return row;
  }

  /** Those whom a line may be about. A number is found under the indexes of old keys too; the first of them stands for all. */
  private async candidates(tx: EntityManager, { lines }: MatchFile) {
    const names = new Map<string, string>();
    const nameOfLine = new Map<MatchLine, string>();
    const indexes: Buffer[] = [];
    for (const line of lines) {
      if (line.idNumber === undefined) continue;
      const all = this.numbers.indexes(line.idNumber);
      const name = all[0]!.toString('hex');
      nameOfLine.set(line, name);
      for (const index of all) names.set(index.toString('hex'), name);
      indexes.push(...all);
    }
    const byNumber = await this.leads.peopleByNumber(tx, indexes, (index) => names.get(index.toString('hex'))!);
    const byName = await this.leads.peopleByName(tx, [
      ...new Set(lines.filter(({ idNumber }) => !idNumber).map(({ name = '' }) => plainName(name))),
    ]);
    return { people: [...byNumber, ...byName], nameOf: (line: MatchLine) => nameOfLine.get(line) };
  }
}
