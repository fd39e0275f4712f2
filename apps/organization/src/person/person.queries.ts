import { isUuid } from '@jingzhun/kernel';
import type { Caller } from '@jingzhun/access';
import { countyWide, Database } from '@jingzhun/database';
import { loaderFor, pageFrom, type Page } from '@jingzhun/subgraph';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { QueryPeopleArgs } from '../graph.generated';
import { PersonRow } from './person.entity';

/** People for screens: those who belong to the caller's area. */
@Injectable()
export class PersonQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  page(caller: Caller, { filter, first, after }: QueryPeopleArgs): Promise<Page<PersonRow>> {
    return this.database.read(caller, async (tx) => {
      const matching = inScope(tx, caller);
      if (filter?.areaCode) matching.andWhere('person.areaCode ^@ :areaCode', { areaCode: filter.areaCode });
      return pageFrom(matching, { by: ['person.number'], first, after }, (person) => [person.number]);
    });
  }

  /** A person of the caller's area; those asked for in one tick are read together. */
  find(caller: Caller, id: string): Promise<PersonRow | undefined> {
    return loaderFor(caller, this, (ids: readonly string[]) => this.byIds(caller, ids)).load(id);
  }

  /** The caller's own person, wherever he belongs. */
  own(caller: Caller): Promise<PersonRow | null> {
    if (!caller.personId) return Promise.resolve(null);
    return this.database.read(countyWide, (tx) => tx.getRepository(PersonRow).findOneBy({ id: caller.personId }));
  }

  private async byIds(caller: Caller, ids: readonly string[]): Promise<Map<string, PersonRow>> {
    const rows = await this.database.read(caller, (tx) =>
      inScope(tx, caller)
        .andWhere('person.id = ANY(:ids)', { ids: ids.filter(isUuid) })
        .getMany(),
    );
    return new Map(rows.map((person) => [person.id, person]));
  }
}

function inScope(tx: EntityManager, caller: Caller): SelectQueryBuilder<PersonRow> {
  return tx
    .getRepository(PersonRow)
    .createQueryBuilder('person')
    .where('person.areaCode ^@ ANY(:areas)', { areas: caller.areas });
}
