import type { HouseholdCategory, Sex } from '@jingzhun/identification-rules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { householdPage, placeColumns, type PlacedHousehold } from './placed-household.queries';

/** A member with his household; a household without members is one row in which the member's part is null. */
export interface RegisterRow extends PlacedHousehold {
  householdId: string;
  hamlet: string | null;
  address: string;
  category: Exclude<HouseholdCategory, 'fiveGuarantees'>;
  inPoorVillage: boolean;
  memberId: string | null;
  position: number | null;
  name: string | null;
  relation: string | null;
  sex: Sex | null;
  /** `YYYY-MM-DD` */
  birthDate: string | null;
  ethnicity: string | null;
  idNumberMasked: string | null;
  /** Read only where numbers go out in full; the salt is null once the numbers of the household were forgotten. */
  sealed: Buffer | null;
  salt: Buffer | null;
}

@Injectable()
export class RegisterQueries {
  /** The members of the next households of an area. */
  page(
    tx: EntityManager,
    areaCode: string,
    after: Pick<PlacedHousehold, 'areaCode' | 'number'>,
    households: number,
    { sealed }: { sealed: boolean },
  ): Promise<RegisterRow[]> {
    return tx.query<RegisterRow[]>(
      `SELECT ${placeColumns}, household.id AS "householdId", hamlet.name AS hamlet, household.address, household.category,
              household.poor_village AS "inPoorVillage", member.id AS "memberId", member.position, member.name, member.relation,
              member.sex, member.birth_date::text AS "birthDate", member.ethnicity, member.id_number_masked AS "idNumberMasked",
              ${sealed ? 'member.id_number_sealed AS sealed, household.salt' : 'NULL AS sealed, NULL AS salt'}
         FROM ${householdPage}
         LEFT JOIN hamlet ON hamlet.code = household.hamlet_code
         LEFT JOIN member ON member.household_id = household.id
        ORDER BY household.area_code, household.number, member.position`,
      [areaCode, after.areaCode, after.number, households],
    );
  }
}
