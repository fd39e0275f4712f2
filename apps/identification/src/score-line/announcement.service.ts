import type { Caller } from '@jingzhun/access';
import { Database, once } from '@jingzhun/database';
import { covers, NotFound } from '@jingzhun/kernel';
import { pageOf, type Page } from '@jingzhun/subgraph';
import { Inject, Injectable } from '@nestjs/common';
import { CaseService } from '../case/case.service';
import { PoorHouseholdQueries, type Listed, type PoorHousehold } from './poor-household.queries';
import { AnnouncedAlready, NoLineYet } from './score-line.errors';
import { ScoreLineRepository } from './score-line.repository';
import { assertPlace, assertVillage } from './score-line.rules';

export interface PostAnnouncement {
  key: string;
  villageCode: string;
  place: string;
}

export interface Announced extends Listed {
  villageCode: string;
  lineVersion: number;
  postedAt: Date;
}

/** The lists that follow from the line, village by village. */
@Injectable()
export class AnnouncementService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CaseService) private readonly cases: CaseService,
    @Inject(ScoreLineRepository) private readonly lines: ScoreLineRepository,
    @Inject(PoorHouseholdQueries) private readonly lists: PoorHouseholdQueries,
  ) {}

  /** The poor households of a village by the newest line. */
  poorHouseholds(
    caller: Caller,
    villageCode: string,
    first: number,
    after?: string | null,
  ): Promise<Page<PoorHousehold>> {
    return this.database.read(caller, async (tx) => {
      const line = await this.lines.newest(tx);
      if (!line) return pageOf<PoorHousehold>([], first, 0, () => []);
      return this.lists.page(tx, villageCode, line, first, after);
    });
  }

  post(caller: Caller, { key, ...asked }: PostAnnouncement): Promise<Announced> {
    return this.database.transaction(caller, (tx) =>
      once(tx, { accountId: caller.accountId, key, payload: asked }, async () => {
        const { villageCode, place } = asked;
        assertVillage(villageCode);
        assertPlace(place);
        if (!covers(caller.areas, villageCode))
          throw new NotFound('There is no such village in your area.', 'villageCode');
        const line = await this.lines.newest(tx);
        if (!line) throw new NoLineYet('The county has not approved its line.', 'villageCode');
        const at = await this.cases.moment(tx);
        const listed = await this.lists.total(tx, villageCode, line);
        const announcement = { lineVersion: line.version, areaCode: villageCode, place, at, personId: caller.personId };
        if (!(await this.lines.announce(tx, announcement, listed)))
          throw new AnnouncedAlready('This line was announced here before.', 'villageCode');
        return { villageCode, lineVersion: line.version, postedAt: at, ...listed };
      }),
    );
  }
}
