import { countyWide, guardedUpdate, withinScope } from '@jingzhun/database';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { IdentityNumbers, type HouseholdNumbers } from '../identity-number/identity-numbers';
import type { ExtractedHousehold, ExtractedMember, RegisterExtract } from './register-extract';

/** A change of the register that was decided. */
export interface RegisterChange {
  before: RegisterExtract;
  after: RegisterExtract;
  /** New identity numbers, by member. */
  numbers: Record<string, string>;
  requestId: string;
  at: Date;
  /** The household the members of an ended one went to. */
  successorId: string | null;
}

/** Where a member is found in an extract. */
interface Found {
  household: ExtractedHousehold;
  member: ExtractedMember;
}

const highestNumber = 9999;

/** Writes the difference between two extracts into the register. Where a household lies is the business of HouseholdMoves. */
@Injectable()
export class RegisterChangeRepository {
  constructor(@Inject(IdentityNumbers) private readonly numbers: IdentityNumbers) {}

  /** Answers `after` with the numbers that new households were given. The households of `before` are locked by the caller. */
  async write(tx: EntityManager, change: RegisterChange): Promise<RegisterExtract> {
    const known = new Set(change.before.households.map(({ id }) => id));
    const households: ExtractedHousehold[] = [];
    for (const household of change.after.households)
      households.push(
        known.has(household.id) ? await this.keep(tx, household) : await this.begin(tx, household, change.at),
      );
    const after = { households };
    await this.writeMembers(tx, change, after);
    for (const { id } of change.before.households)
      if (!households.some((household) => household.id === id)) await this.end(tx, id, change);
    return after;
  }

  /** A copy of a household that was read before its register changed is old, whatever changed. */
  private async keep(tx: EntityManager, household: ExtractedHousehold): Promise<ExtractedHousehold> {
    await tx.query(`UPDATE household SET hamlet_code = $2, address = $3, version = version + 1 WHERE id = $1`, [
      household.id,
      household.hamletCode,
      household.address,
    ]);
    return household;
  }

  private async begin(tx: EntityManager, household: ExtractedHousehold, at: Date): Promise<ExtractedHousehold> {
    const number = await this.nextNumber(tx, household.areaCode);
    const { id, areaCode, hamletCode, address, category } = household;
    await tx.query(
      `INSERT INTO household (id, number, area_code, hamlet_code, address, poor_village, category, registered_at, salt)
       SELECT $1, $2, $3, $4, $5, area.poor, $6, $7, $8 FROM area WHERE area.code = left($3, 12)`,
      [id, number, areaCode, hamletCode, address, category, at, this.numbers.newSalt()],
    );
    return { ...household, number };
  }

  /** The next number of a group. A number is given once, also when its household has ended or lives elsewhere now. */
  private async nextNumber(tx: EntityManager, areaCode: string): Promise<string> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('household numbers'), hashtext($1))`, [areaCode]);
    const [row] = await withinScope(tx, countyWide, () =>
      tx.query<{ last: number }[]>(
        `SELECT coalesce(max(right(number, 4)::int), 0) AS last
           FROM (SELECT number FROM household UNION ALL SELECT number FROM former_household) AS given WHERE number ^@ $1`,
        [areaCode],
      ),
    );
    const next = row!.last + 1;
    if (next > highestNumber) throw new RangeError(`group ${areaCode} has no household number left`);
    return areaCode + String(next).padStart(4, '0');
  }

  private async writeMembers(
    tx: EntityManager,
    { before, numbers }: RegisterChange,
    after: RegisterExtract,
  ): Promise<void> {
    const was = membersOf(before);
    const becomes = membersOf(after);
    const keepers = await this.keepers(tx, [...before.households, ...after.households]);
    for (const [id, { household, member }] of becomes) {
      const keeper = keepers.get(household.id);
      const earlier = was.get(id);
      if (!earlier) await this.addMember(tx, household, member, keeper, numbers[id]);
      else await this.changeMember(tx, earlier, { household, member }, keepers, numbers[id]);
    }
    const left = [...was.keys()].filter((id) => !becomes.has(id));
    await tx.query(`DELETE FROM member WHERE id = ANY ($1)`, [left]);
  }

  private async addMember(
    tx: EntityManager,
    household: ExtractedHousehold,
    member: ExtractedMember,
    keeper: HouseholdNumbers | undefined,
    number: string | undefined,
  ): Promise<void> {
    if (!keeper || !number) throw new RangeError('a new member comes without a number, or into a forgotten household');
    const { sealed, index, masked } = keeper.store(member.id, number);
    await tx.query(
      `INSERT INTO member (id, household_id, area_code, position, name, relation, sex, birth_date, id_number_sealed,
                           id_number_index, id_number_masked, ethnicity)
       SELECT $1, $2, area_code, ${nextPosition}, $3, $4, $5, $6, $7, $8, $9, $10 FROM household WHERE id = $2`,
      [
        member.id,
        household.id,
        member.name,
        member.relation,
        member.sex,
        member.birthDate,
        sealed,
        index,
        masked,
        member.ethnicity,
      ],
    );
  }

  /** Only what differs is written, and only a member that differs gets a new version. */
  private async changeMember(
    tx: EntityManager,
    earlier: Found,
    now: Found,
    keepers: Map<string, HouseholdNumbers>,
    number: string | undefined,
  ): Promise<void> {
    const { id } = now.member;
    const moves = earlier.household.id !== now.household.id;
    const set: Record<string, unknown> = {};
    for (const [property, column] of memberColumns)
      if (now.member[property] !== earlier.member[property]) set[column] = now.member[property];
    if (moves || number) Object.assign(set, await this.resealed(tx, earlier, now, keepers, number));
    if (Object.keys(set).length > 0) await guardedUpdate(tx, 'member', id, earlier.member.version, set);
    if (!moves) return;
    await tx.query(
      `UPDATE member SET household_id = $2, area_code = household.area_code, position = ${nextPosition}
         FROM household WHERE member.id = $1 AND household.id = $2`,
      [id, now.household.id],
    );
  }

  /** A number is sealed under the key of the household its member is in. */
  private async resealed(
    tx: EntityManager,
    earlier: Found,
    now: Found,
    keepers: Map<string, HouseholdNumbers>,
    number: string | undefined,
  ): Promise<Record<string, unknown>> {
    const { id } = now.member;
    const [row] = await tx.query<{ sealed: Buffer }[]>(`SELECT id_number_sealed AS sealed FROM member WHERE id = $1`, [
      id,
    ]);
    const from = keepers.get(earlier.household.id);
    const to = keepers.get(now.household.id);
    const full = number ?? from?.open(id, row!.sealed);
    // A number that was forgotten stays unreadable wherever its member goes.
    if (!full || !to) return {};
    const { sealed, index } = to.store(id, full);
    return { id_number_sealed: sealed, id_number_index: index };
  }

  private async keepers(
    tx: EntityManager,
    households: readonly ExtractedHousehold[],
  ): Promise<Map<string, HouseholdNumbers>> {
    const rows = await tx.query<{ id: string; salt: Buffer | null }[]>(
      `SELECT id, salt FROM household WHERE id = ANY ($1)`,
      [households.map(({ id }) => id)],
    );
    return new Map(rows.flatMap(({ id, salt }) => (salt ? [[id, this.numbers.ofHousehold(salt)] as const] : [])));
  }

  private async end(tx: EntityManager, id: string, { at, requestId, successorId }: RegisterChange): Promise<void> {
    await tx.query(
      `WITH ended AS (DELETE FROM household WHERE id = $1 RETURNING *)
       INSERT INTO former_household (id, version, number, area_code, hamlet_code, address, poor_village, category, registered_at, salt,
                                     stage, round, ended_at, successor_id, change_request_id)
       SELECT id, version + 1, number, area_code, hamlet_code, address, poor_village, category, registered_at, salt,
              stage, round, $2, $3, $4 FROM ended`,
      [id, at, successorId, requestId],
    );
  }
}

const nextPosition = `(SELECT coalesce(max(position), -1) + 1 FROM member AS there WHERE there.household_id = $2)`;

const memberColumns = [
  ['name', 'name'],
  ['relation', 'relation'],
  ['sex', 'sex'],
  ['birthDate', 'birth_date'],
  ['idNumberMasked', 'id_number_masked'],
  ['ethnicity', 'ethnicity'],
] as const satisfies readonly (readonly [keyof ExtractedMember, string])[];

function membersOf({ households }: RegisterExtract): Map<string, Found> {
  return new Map(
    households.flatMap((household) => household.members.map((member) => [member.id, { household, member }] as const)),
  );
}
