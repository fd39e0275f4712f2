import { NotFound } from '@jingzhun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { HouseholdRow } from '../household/household.entity';
import { IdentityNumbers } from '../identity-number/identity-numbers';
import type { ExtractedHousehold, ExtractedMember, RegisterExtract } from './register-extract';

/** What a change that goes to an area needs to know of it. */
export interface Destination {
  inPoorVillage: boolean;
}

@Injectable()
export class RegisterExtractRepository {
  constructor(@Inject(IdentityNumbers) private readonly numbers: IdentityNumbers) {}

  /**
   * The households as the register has them, in the order asked for.
   * @throws NotFound when one is not there in the caller's area
   */
  async extract(tx: EntityManager, ids: readonly string[]): Promise<RegisterExtract> {
    const households = new Map(
      (await tx.getRepository(HouseholdRow).findBy({ id: In([...ids]) })).map((row) => [row.id, row]),
    );
    const members = await tx.query<(ExtractedMember & { householdId: string })[]>(
      `SELECT id, version, name, relation, sex, birth_date::text AS "birthDate", id_number_masked AS "idNumberMasked", ethnicity,
              encode(id_number_index, 'hex') AS "numberIndex", household_id AS "householdId"
         FROM member WHERE household_id = ANY ($1) ORDER BY position`,
      [ids],
    );
    return {
      households: ids.map((id): ExtractedHousehold => {
        const household = households.get(id);
        if (!household) throw new NotFound('There is no such household in your area.', 'householdId');
        const { number, areaCode, hamletCode, address, category } = household;
        const own = members.filter((member) => member.householdId === id);
        return { id, number, areaCode, hamletCode, address, category, members: own.map(withoutHousehold) };
      }),
    };
  }

  /** The numbers of some members in full, as far as they can still be read. */
  async numbersOf(tx: EntityManager, memberIds: readonly string[]): Promise<Record<string, string>> {
    const rows = await tx.query<{ id: string; sealed: Buffer; salt: Buffer | null }[]>(
      `SELECT member.id, id_number_sealed AS sealed, salt FROM member JOIN household ON household.id = household_id
        WHERE member.id = ANY ($1)`,
      [memberIds],
    );
    return Object.fromEntries(
      rows.flatMap(({ id, sealed, salt }) => (salt ? [[id, this.numbers.ofHousehold(salt).open(id, sealed)]] : [])),
    );
  }

  /**
   * The group a household is to come under, with a hamlet of its village.
   * @throws NotFound when one of them is not there in the caller's area
   */
  async destination(tx: EntityManager, areaCode: string, hamletCode: string): Promise<Destination> {
    const [row] = await tx.query<(Destination & { hamlet: boolean })[]>(
      `SELECT village.poor AS "inPoorVillage",
              EXISTS (SELECT FROM hamlet WHERE code = $2 AND hamlet.area_code = village.code) AS hamlet
         FROM area JOIN area AS village ON village.code = area.parent_code WHERE area.code = $1 AND area.level = 'group'`,
      [areaCode, hamletCode],
    );
    if (!row) throw new NotFound('There is no such group in your area.', 'areaCode');
    if (!row.hamlet) throw new NotFound('There is no such hamlet in the village of this group.', 'hamletCode');
    return row;
  }
}

function withoutHousehold({ householdId: _, ...member }: ExtractedMember & { householdId: string }): ExtractedMember {
  return member;
}
