import { roles, type Caller } from '@jingzhun/access';
import { countyWide, Database, once } from '@jingzhun/database';
import { luocheng2015, monitoring, national2014, shanglin2015, type Terms } from '@jingzhun/identification-rules';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import type { ProfileRow } from './profile.entity';
import { ProfileRepository } from './profile.repository';
import { readTerms, versionToSave } from './profile.rules';

export interface SaveProfile {
  key: string;
  terms: unknown;
}

/** What every installation begins with. */
const ofThisRelease: readonly Terms[] = [luocheng2015, shanglin2015, national2014, monitoring];

/** The profiles a campaign may be opened with: data, checked when saved, frozen when cases run by it. */
@Injectable()
export class ProfileService implements OnApplicationBootstrap {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ProfileRepository) private readonly profiles: ProfileRepository,
  ) {}

  /** A release that brings other terms than the last one saves them, beside what cases already run by. */
  async onApplicationBootstrap(): Promise<void> {
    await this.database.transaction(countyWide, async (tx) => {
      for (const terms of ofThisRelease) {
        const newest = await this.profiles.lockNewest(tx, terms.key);
        if (newest && (newest.savedBy !== 'release' || sameTerms(newest.terms, terms))) continue;
        await this.add(tx, terms, newest, 'release');
      }
    });
  }

  all(caller: Caller): Promise<ProfileRow[]> {
    return this.database.read(caller, (tx) => this.profiles.all(tx));
  }

  save(caller: Caller, { key, terms }: SaveProfile): Promise<ProfileRow> {
    return this.database.transaction(caller, (tx) =>
      once(tx, { accountId: caller.accountId, key, payload: terms }, async () => {
        const asked = readTerms(terms, 1, roles);
        const newest = await this.profiles.lockNewest(tx, asked.key);
        return this.add(tx, asked, newest, caller.accountId);
      }),
    );
  }

  private add(tx: EntityManager, terms: Terms, newest: ProfileRow | null, savedBy: string): Promise<ProfileRow> {
    const version = versionToSave(newest);
    const row = {
      id: randomUUID(),
      key: terms.key,
      version,
      terms: { ...terms, version },
      savedAt: new Date(),
      savedBy,
    };
    return this.profiles.save(tx, row);
  }
}

function sameTerms(one: Terms, other: Terms): boolean {
  const withoutVersion = (terms: Terms): unknown => JSON.parse(JSON.stringify({ ...terms, version: 0 }));
  return isDeepStrictEqual(withoutVersion(one), withoutVersion(other));
}
