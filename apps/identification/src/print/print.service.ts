import type { Caller } from '@jingzhun/access';
import { Database } from '@jingzhun/database';
import { dateOf } from '@jingzhun/identification-rules';
import { covers, NotFound } from '@jingzhun/kernel';
import { pdfOf } from '@jingzhun/print';
import { Inject, Injectable } from '@nestjs/common';
import { RunningCampaign } from '../campaign/running-campaign';
import { DocumentLoader } from './document-loader';
import { DocumentPrintRepository } from './document-print.repository';
import type { WantedDocument } from './print.rules';

/** Prints documents; whoever prints one is on record before he has it. */
@Injectable()
export class PrintService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RunningCampaign) private readonly campaign: RunningCampaign,
    @Inject(DocumentLoader) private readonly loader: DocumentLoader,
    @Inject(DocumentPrintRepository) private readonly prints: DocumentPrintRepository,
  ) {}

  /** @throws NotFound, InvalidInput when no campaign is open */
  async print(caller: Caller, wanted: WantedDocument): Promise<Buffer> {
    const profile = await this.campaign.profile();
    const document = await this.database.transaction(caller, async (tx) => {
      const { areaCode, paper } = await this.loader.load(tx, profile, wanted);
      // The names of areas above one's own may be read, but a form of theirs is theirs to print.
      if (!covers(caller.areas, areaCode)) throw new NotFound('There is no such area in your area.', 'id');
      const { number, at } = await this.prints.record(tx, {
        document: wanted.kind,
        subjectId: wanted.id,
        areaCode,
        printedBy: caller.personId,
        accountId: caller.accountId,
        requestId: caller.requestId,
      });
      return paper({ number, at, on: dateOf(profile.calendar, at) });
    });
    return pdfOf(document);
  }
}
