import type { Scope } from '@jingzhun/database';
import { isUuid, NotFound } from '@jingzhun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PersonRow } from './person.entity';

@Injectable()
export class PersonRepository {
  /** @throws NotFound when the person does not exist or does not belong to the scope */
  async get(tx: EntityManager, scope: Scope, id: string): Promise<PersonRow> {
    const person = isUuid(id)
      ? await tx
          .getRepository(PersonRow)
          .createQueryBuilder('person')
          .where('person.id = :id AND person.areaCode ^@ ANY(:areas)', { id, areas: scope.areas })
          .getOne()
      : null;
    if (!person) throw new NotFound('There is no such person in your area.', 'personId');
    return person;
  }
}
