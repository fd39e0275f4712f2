import type { Caller } from '@jingzhun/access';
import { Database } from '@jingzhun/database';
import { Inject, Injectable } from '@nestjs/common';
import { In, IsNull, LessThanOrEqual, MoreThan, type EntityManager } from 'typeorm';
import { AreaRow } from './area.entity';
import { FormerAreaRow } from './former-area.entity';

/** An area of now, or one that was merged. */
export type AnyArea = AreaRow | FormerAreaRow;

/** Areas for screens: the caller's own, those within them, the names of those above, and what became of them. */
@Injectable()
export class AreaQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** The areas directly below `parent` that the caller may see; without one, the outermost of his own. */
  below(caller: Caller, parent?: string | null): Promise<AreaRow[]> {
    return this.database.read(caller, (tx) =>
      tx.getRepository(AreaRow).find({ where: among(caller, parent), order: { code: 'ASC' } }),
    );
  }

  /** The same as it was at an instant. */
  belowAsOf(caller: Caller, asOf: Date, parent?: string | null): Promise<AnyArea[]> {
    return this.database.read(caller, async (tx) => {
      const where = among(caller, parent);
      const begun = [
        { ...where, validFrom: IsNull() },
        { ...where, validFrom: LessThanOrEqual(asOf) },
      ];
      const present = await tx.getRepository(AreaRow).findBy(begun);
      const former = await tx
        .getRepository(FormerAreaRow)
        .findBy(begun.map((conditions) => ({ ...conditions, validTo: MoreThan(asOf) })));
      return [...present, ...former].sort((one, other) => (one.code < other.code ? -1 : 1));
    });
  }

  async byCodes(caller: Caller, codes: readonly string[]): Promise<Map<string, AnyArea>> {
    const rows = await this.database.read(caller, (tx) => anyAreas(tx, codes));
    return new Map(rows.map((row) => [row.code, row]));
  }

  /** What was merged into each of these areas. */
  async predecessors(caller: Caller, codes: readonly string[]): Promise<Map<string, FormerAreaRow[]>> {
    const rows = await this.database.read(caller, (tx) =>
      tx.getRepository(FormerAreaRow).find({ where: { successorCode: In([...codes]) }, order: { code: 'ASC' } }),
    );
    const found = new Map<string, FormerAreaRow[]>();
    for (const row of rows) found.set(row.successorCode, [...(found.get(row.successorCode) ?? []), row]);
    return found;
  }
}

function among(caller: Caller, parent?: string | null) {
  return parent ? { parentCode: parent } : { code: In(caller.areas) };
}

async function anyAreas(tx: EntityManager, codes: readonly string[]): Promise<AnyArea[]> {
  const where = { code: In([...codes]) };
  const present = await tx.getRepository(AreaRow).findBy(where);
  if (present.length === codes.length) return present;
  return [...present, ...(await tx.getRepository(FormerAreaRow).findBy(where))];
}
