import { countyWide, Database } from '@jingzhun/database';
import { Inject, Injectable } from '@nestjs/common';
import { ProfileRepository, type FrozenProfile } from './profile.repository';

/** The profiles that cases run by. They never change, so each is read once per process. */
@Injectable()
export class FrozenProfiles {
  private readonly known = new Map<string, Promise<FrozenProfile>>();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ProfileRepository) private readonly profiles: ProfileRepository,
  ) {}

  of(id: string): Promise<FrozenProfile> {
    const known = this.known.get(id);
    if (known) return known;
    const read = this.database.read(countyWide, (tx) => this.profiles.frozen(tx, id));
    this.known.set(id, read);
    // What could not be read is asked again.
    read.catch(() => this.known.delete(id));
    return read;
  }
}
