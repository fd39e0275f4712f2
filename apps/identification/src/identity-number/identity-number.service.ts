import type { Caller } from '@jingzhun/access';
import { Database } from '@jingzhun/database';
import { Inject, Injectable } from '@nestjs/common';
import type { MemberRow } from '../household/member.entity';
import { IdNumberForgotten } from './identity-number.errors';
import { IdentityNumberRepository } from './identity-number.repository';
import { checkedIdNumber, readingReason } from './identity-number.rules';
import { IdentityNumbers } from './identity-numbers';

export interface RevealIdNumber {
  memberId: string;
  reason: string;
}

export interface RevealedIdNumber {
  memberId: string;
  idNumber: string;
}

/** Reading and finding identity numbers. Nothing leaves here that is not recorded in the same transaction. */
@Injectable()
export class IdentityNumberService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(IdentityNumberRepository) private readonly stored: IdentityNumberRepository,
    @Inject(IdentityNumbers) private readonly numbers: IdentityNumbers,
  ) {}

  /** @throws NotFound, InvalidInput, IdNumberForgotten */
  reveal(caller: Caller, { memberId, reason: given }: RevealIdNumber): Promise<RevealedIdNumber> {
    const reason = readingReason(given);
    return this.database.transaction(caller, async (tx) => {
      const { sealed, salt, householdId, areaCode } = await this.stored.get(tx, memberId);
      if (!salt) throw new IdNumberForgotten('The number of this member was forgotten.', 'memberId');
      const idNumber = this.numbers.ofHousehold(salt).open(memberId, sealed);
      await this.stored.record(tx, caller, { reason, areaCode, memberId, householdId });
      return { memberId, idNumber };
    });
  }

  /** @throws InvalidInput */
  find(caller: Caller, text: string): Promise<MemberRow[]> {
    const indexes = this.numbers.indexes(checkedIdNumber(text, 'idNumber'));
    return this.database.transaction(caller, async (tx) => {
      const found = await this.stored.find(tx, indexes);
      await this.stored.record(tx, caller, {
        searched: indexes[0]!,
        areaCode: caller.areas[0]!,
        found: found.length,
      });
      return found;
    });
  }
}
