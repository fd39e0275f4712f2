import type { Caller } from '@jingzhun/access';
import { InvalidInput } from '@jingzhun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RunningCampaign } from '../campaign/running-campaign';
import { CaseEntry } from '../case/case-entry';
import { assertMayChange } from '../case/case-entry.rules';
import { ChangeApplication } from './change-application';
import { HeadMayNotLeave, RegisterChanged } from './change-request.errors';
import type { ChangeRequestRow } from './change-request.entity';
import { assertInScope, effectOn, effectsOn } from './change-request.rules';
import { assertAsSeen, changed } from './change.rules';
import { householdsOf, type Proposal } from './proposal';
import { toBeKept, type RegisterExtract } from './register-extract';
import { RegisterExtractRepository } from './register-extract.repository';
import { RequestedNumbers } from './requested-numbers';

/** What an approval did, as the request keeps it. */
export interface CarriedOut {
  at: Date;
  before: RegisterExtract;
  after: RegisterExtract;
  numbersSealed: Buffer;
}

/** Approves a request on the register as it is now, under the locks of every household it concerns. */
@Injectable()
export class ChangeApproval {
  constructor(
    @Inject(RunningCampaign) private readonly campaign: RunningCampaign,
    @Inject(CaseEntry) private readonly cases: CaseEntry,
    @Inject(RegisterExtractRepository) private readonly register: RegisterExtractRepository,
    @Inject(RequestedNumbers) private readonly numbers: RequestedNumbers,
    @Inject(ChangeApplication) private readonly application: ChangeApplication,
  ) {}

  /**
   * @throws NotFound, RegisterChanged, NotInScope, HouseholdInPublicity, HouseholdUnderReview
   */
  async carryOut(tx: EntityManager, caller: Caller, request: ChangeRequestRow): Promise<CarriedOut> {
    const { seen, ...proposal } = request.proposal;
    const profile = await this.campaign.find();
    const { standings, at } = await this.cases.lock(tx, householdsOf(proposal));
    const before = await this.register.extract(tx, householdsOf(proposal));
    assertAsSeen(before, seen);
    const after = stillPossible(before, proposal);
    await this.assertDestination(tx, proposal);
    const effects = effectsOn(before, after);
    for (const standing of standings) assertMayChange(standing.profile, standing, effectOn(effects, standing.id));

    const { asked } = await this.numbers.read(tx, request.id);
    const numbersBefore = await this.register.numbersOf(tx, losing(before, after, asked));
    const change = { before, after, numbers: asked, requestId: request.id, successorId: request.otherHouseholdId };
    const origin = { actor: caller.accountId, correlation: caller.requestId };
    const written = await this.application.carryOut(tx, change, standings, { profile, origin, at });
    return {
      at,
      before: toBeKept(before),
      after: toBeKept(written),
      numbersSealed: await this.numbers.seal(tx, request.id, { asked, before: numbersBefore }),
    };
  }

  private async assertDestination(tx: EntityManager, proposal: Proposal): Promise<void> {
    if (proposal.kind !== 'transfer' && proposal.kind !== 'householdAdded') return;
    const { inPoorVillage } = await this.register.destination(tx, proposal.areaCode, proposal.hamletCode);
    // Who is in the campaign stays in it wherever he moves; the rule of scope asks who enters.
    if (proposal.kind === 'householdAdded') assertInScope(proposal.category, inPoorVillage);
  }
}

/** What could be asked for may no longer be possible: a member was added meanwhile who is not named, or the head is another. */
function stillPossible(before: RegisterExtract, proposal: Proposal): RegisterExtract {
  try {
    return changed(before, proposal);
  } catch (refusal) {
    if (refusal instanceof InvalidInput || refusal instanceof HeadMayNotLeave)
      throw new RegisterChanged(`The household was changed after this request: ${refusal.message}`, 'changeRequestId');
    throw refusal;
  }
}

/** Members whose number is replaced, or leaves the register with them. */
function losing(before: RegisterExtract, after: RegisterExtract, asked: Record<string, string>): string[] {
  const stay = new Set(after.households.flatMap(({ members }) => members.map(({ id }) => id)));
  const were = before.households.flatMap(({ members }) => members.map(({ id }) => id));
  return were.filter((id) => !stay.has(id) || asked[id] !== undefined);
}
