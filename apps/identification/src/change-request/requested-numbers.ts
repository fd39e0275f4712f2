import type { Caller } from '@jingzhun/access';
import { Database } from '@jingzhun/database';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { IdNumberForgotten } from '../identity-number/identity-number.errors';
import { IdentityNumberRepository } from '../identity-number/identity-number.repository';
import { readingReason } from '../identity-number/identity-number.rules';
import { IdentityNumbers, type NumbersOfRequest } from '../identity-number/identity-numbers';
import { ChangeRequestRepository } from './change-request.repository';

export interface RevealRequestedIdNumbers {
  changeRequestId: string;
  reason: string;
}

export interface RequestedIdNumbers {
  changeRequestId: string;
  numbers: { memberId: string; asked?: string; before?: string }[];
}

/** The identity numbers of change requests: sealed with the request, handed out like any other number. */
@Injectable()
export class RequestedNumbers {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ChangeRequestRepository) private readonly requests: ChangeRequestRepository,
    @Inject(IdentityNumberRepository) private readonly readings: IdentityNumberRepository,
    @Inject(IdentityNumbers) private readonly numbers: IdentityNumbers,
  ) {}

  /** Hands them out and records it. @throws NotFound, InvalidInput, IdNumberForgotten */
  reveal(caller: Caller, { changeRequestId, reason: given }: RevealRequestedIdNumbers): Promise<RequestedIdNumbers> {
    const reason = readingReason(given);
    return this.database.transaction(caller, async (tx) => {
      const { areaCode, householdId } = await this.requests.get(tx, changeRequestId);
      const { asked, before } = await this.read(tx, changeRequestId);
      const memberIds = [...new Set([...Object.keys(asked), ...Object.keys(before)])];
      for (const memberId of memberIds)
        await this.readings.record(tx, caller, { reason, areaCode, householdId, memberId, changeRequestId });
      const numbers = memberIds.map((memberId) => ({ memberId, asked: asked[memberId], before: before[memberId] }));
      return { changeRequestId, numbers };
    });
  }

  /** @throws IdNumberForgotten */
  async read(tx: EntityManager, requestId: string): Promise<NumbersOfRequest> {
    const { salt, sealed } = await this.requests.sealedNumbers(tx, requestId);
    if (!salt || !sealed) throw new IdNumberForgotten('The numbers of this request were forgotten.', 'changeRequestId');
    return this.numbers.ofChangeRequest(salt).open(requestId, sealed);
  }

  /** The same numbers sealed again, with those that were there before. */
  async seal(tx: EntityManager, requestId: string, numbers: NumbersOfRequest): Promise<Buffer> {
    const { salt } = await this.requests.sealedNumbers(tx, requestId);
    if (!salt) throw new IdNumberForgotten('The numbers of this request were forgotten.', 'changeRequestId');
    return this.numbers.ofChangeRequest(salt).store(requestId, numbers);
  }
}
