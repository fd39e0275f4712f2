import type { Caller } from '@jingzhun/access';
import { Database, once } from '@jingzhun/database';
import { covers, NotFound } from '@jingzhun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { IdentityNumbers } from '../identity-number/identity-numbers';
import { numbersWritten, proposed, type AskedChange } from './asked-change';
import { changed, assertNobodyTwice, versionsSeen } from './change.rules';
import type { ChangeRequestRow } from './change-request.entity';
import { ChangeRequestRepository } from './change-request.repository';
import { assertMayWithdraw, statement } from './change-request.rules';
import { householdsOf, type Proposal } from './proposal';
import { toBeKept, type RegisterExtract } from './register-extract';
import { RegisterExtractRepository } from './register-extract.repository';

/** A change asked for, and why. */
export interface ChangeAsked {
  change: AskedChange;
  reason: string;
  evidence: string;
}

export interface WithdrawChangeRequest {
  key: string;
  changeRequestId: string;
  version: number;
}

/** Asking for a change of the register, and taking that back. Deciding is another person's: ChangeDecisionService. */
@Injectable()
export class ChangeRequestService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ChangeRequestRepository) private readonly requests: ChangeRequestRepository,
    @Inject(RegisterExtractRepository) private readonly register: RegisterExtractRepository,
    @Inject(IdentityNumbers) private readonly numbers: IdentityNumbers,
  ) {}

  /** @throws InvalidInput, NotFound, HeadMayNotLeave, KeyReused */
  async request(caller: Caller, key: string, asked: ChangeAsked): Promise<ChangeRequestRow> {
    return this.database.transaction(caller, async (tx) => {
      const payload = this.withoutNumbers(asked);
      const id = await once(tx, { accountId: caller.accountId, key, payload }, () => this.add(tx, caller, asked));
      return this.requests.get(tx, id);
    });
  }

  /** Asks within a transaction that has decided something else. Answers the id of the request. */
  async add(tx: EntityManager, caller: Caller, { change, ...why }: ChangeAsked): Promise<string> {
    const reason = statement(why.reason, 'reason');
    const evidence = statement(why.evidence, 'evidence');
    const { proposal, numbers } = proposed(change);
    const before = await this.register.extract(tx, householdsOf(proposal));
    assertNobodyTwice(before, proposal, (memberId) => this.indexesOf(numbers[memberId]));
    const after = changed(before, proposal);
    const id = randomUUID();
    const salt = this.numbers.newSalt();
    await this.requests.add(
      tx,
      {
        id,
        kind: proposal.kind,
        areaCode: areaOf(caller, proposal, before),
        householdId: proposal.householdId,
        otherHouseholdId: proposal.kind === 'merge' ? proposal.intoHouseholdId : null,
        proposal: { ...proposal, seen: versionsSeen(before, proposal) },
        reason,
        evidence,
        before: toBeKept(before),
        after: toBeKept(after),
        requestedAt: new Date(),
        salt,
        numbersSealed: this.numbers.ofChangeRequest(salt).store(id, { asked: numbers, before: {} }),
      },
      caller,
    );
    return id;
  }

  /** @throws InvalidInput, NotFound, StaleVersion, ChangeRequestDecided, KeyReused */
  withdraw(caller: Caller, { key, changeRequestId, version }: WithdrawChangeRequest): Promise<ChangeRequestRow> {
    return this.database.transaction(caller, async (tx) => {
      const payload = { changeRequestId, version };
      await once(tx, { accountId: caller.accountId, key, payload }, async () => {
        const request = await this.requests.lock(tx, changeRequestId);
        assertMayWithdraw(request, version, caller);
        await this.requests.end(tx, request, { state: 'withdrawn', note: null }, caller, new Date());
      });
      return this.requests.get(tx, changeRequestId);
    });
  }

  /** What is remembered of a request must not lead to a number: its plain hash could be searched through in minutes. */
  private withoutNumbers(asked: ChangeAsked): unknown {
    const indexes = numbersWritten(asked.change).map((number) => this.numbers.indexes(number)[0]!.toString('hex'));
    return [JSON.parse(JSON.stringify(asked, (name, value: unknown) => (name === 'idNumber' ? '' : value))), indexes];
  }

  private indexesOf(number: string | undefined): string[] {
    return number ? this.numbers.indexes(number).map((index) => index.toString('hex')) : [];
  }
}

/**
 * Where a request lies: with its household, or in the group where one is to be added.
 * @throws NotFound when that group is not the caller's
 */
function areaOf(caller: Caller, proposal: Proposal, before: RegisterExtract): string {
  if (proposal.kind !== 'householdAdded') return before.households[0]!.areaCode;
  if (!covers(caller.areas, proposal.areaCode)) throw new NotFound('There is no such group in your area.', 'areaCode');
  return proposal.areaCode;
}
