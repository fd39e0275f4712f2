import type { Caller } from '@jingzhun/access';
import { Database } from '@jingzhun/database';
import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { AreaRow } from './area.entity';

/** Areas for screens: the caller's own, those within them, and the names of those above. */
@Injectable()
export class AreaQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** The areas directly below `parent` that the caller may see; without one, the outermost of his own. */
  below(caller: Caller, parent?: string | null): Promise<AreaRow[]> {
    return this.database.read(caller, (tx) =>
      tx.getRepository(AreaRow).find({
        where: parent ? { parentCode: parent } : { code: In(caller.areas) },
        order: { code: 'ASC' },
      }),
    );
  }

  async byCodes(caller: Caller, codes: readonly string[]): Promise<Map<string, AreaRow>> {
    const rows = await this.database.read(caller, (tx) => tx.getRepository(AreaRow).findBy({ code: In([...codes]) }));
    return new Map(rows.map((row) => [row.code, row]));
  }
}
