import type { Caller } from '@jingzhun/access';
import { countyWide, Database, once, type Scope } from '@jingzhun/database';
import {
  takeStep,
  type ObjectionDecision,
  type ObjectionRule,
  type ObjectionStep,
} from '@jingzhun/identification-rules';
import { NotFound, StaleVersion } from '@jingzhun/kernel';
import type { Origin } from '@jingzhun/outbox';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CaseService } from '../case/case.service';
import { FrozenProfiles } from '../profile/frozen-profiles';
import type { FrozenProfile } from '../profile/profile.repository';
import { ObjectionConsequences } from './objection-consequences';
import { stateLeft, tellCompleted, tellOpened, tellWorkflow } from './objection-events';
import { objectionOf, type ObjectionRow } from './objection.entity';
import { ObjectionRefused } from './objection.errors';
import { ObjectionRepository } from './objection.repository';
import { assertNewNumber, objectionDeadline, ownerOf, roleDeciding, ruleOf } from './objection.rules';

/** A step as it is asked for. */
export interface AskedStep {
  key: string;
  objectionId: string;
  version: number;
}

export interface AssignRecheck extends AskedStep {
  team: string;
  persons: string[];
}

export interface RecordRecheck extends AskedStep {
  finding: string;
}

export interface DecideObjection extends AskedStep {
  decision: ObjectionDecision;
  reason: string;
  newHouseholdNumber?: string | null;
}

export interface CallObjectorBack extends AskedStep {
  satisfied: boolean;
}

/** What a step consists of, once the objection is known. */
type Content = (objection: ObjectionRow, rule: ObjectionRule) => DistributiveOmit<ObjectionStep, 'at' | 'by'>;
type DistributiveOmit<Of, Keys extends keyof never> = Of extends unknown ? Omit<Of, Keys> : never;

/** From its registration to the call back: the steps people take on an objection. */
@Injectable()
export class ObjectionService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(FrozenProfiles) private readonly profiles: FrozenProfiles,
    @Inject(ObjectionRepository) private readonly objections: ObjectionRepository,
    @Inject(ObjectionConsequences) private readonly consequences: ObjectionConsequences,
    @Inject(CaseService) private readonly cases: CaseService,
  ) {}

  register(caller: Caller, asked: AskedStep): Promise<ObjectionRow> {
    return this.take(caller, caller, asked, () => ({ kind: 'register' }));
  }

  assign(caller: Caller, asked: AssignRecheck): Promise<ObjectionRow> {
    const { team, persons } = asked;
    return this.take(caller, caller, asked, () => ({ kind: 'assign', team, persons }));
  }

  /** Whoever was given the re-check may enter it, though the household does not lie in his own groups. */
  async recheck(caller: Caller, asked: RecordRecheck): Promise<ObjectionRow> {
    const area = await this.database.read(countyWide, (tx) =>
      this.objections.areaOfRecheck(tx, asked.objectionId, caller.personId),
    );
    if (area === undefined) throw new NotFound('There is no such objection for you to check.', 'objectionId');
    return this.take(caller, { areas: [area] }, asked, () => ({ kind: 'recheck', finding: asked.finding }));
  }

  /** Unchanged, the household's publicity goes on; otherwise the household leaves it and is assessed again. */
  decide(caller: Caller, asked: DecideObjection): Promise<ObjectionRow> {
    const { decision, reason, newHouseholdNumber = null } = asked;
    return this.take(caller, caller, asked, (objection, rule) => {
      if (decision === 'new-household' && newHouseholdNumber !== null)
        assertNewNumber(newHouseholdNumber, objection.areaCode);
      const role = roleDeciding(rule, objectionOf(objection), caller.roles);
      return { kind: 'decide', role, decision, reason, newHouseholdId: newHouseholdNumber };
    });
  }

  answer(caller: Caller, asked: AskedStep): Promise<ObjectionRow> {
    return this.take(caller, caller, asked, () => ({ kind: 'answer' }));
  }

  callBack(caller: Caller, asked: CallObjectorBack): Promise<ObjectionRow> {
    return this.take(caller, caller, asked, () => ({ kind: 'call-back', satisfied: asked.satisfied }));
  }

  private take(caller: Caller, scope: Scope, { key, ...asked }: AskedStep, content: Content): Promise<ObjectionRow> {
    const origin: Origin = { actor: caller.accountId, correlation: caller.requestId };
    return this.database.transaction(scope, async (tx) => {
      // Only the id is kept as the answer: what an objection says stays behind its area.
      const { id } = await once(tx, { accountId: caller.accountId, key, payload: asked }, async () => {
        const objection = await this.objections.lock(tx, asked.objectionId);
        if (objection.version !== asked.version)
          throw new StaleVersion('The objection was changed after it was read.', 'version');
        const profile = await this.profiles.of(objection.profileId);
        const rule = ruleOf(profile);
        const taken = content(objection, rule);
        if (taken.kind === 'decide') await this.consequences.lockBeforeDecision(tx, objection);
        const at = await this.cases.lockForSitting(tx, objection.householdId === null ? [] : [objection.householdId]);
        const step = { ...taken, at: at.toISOString(), by: caller.personId };
        await this.record(tx, origin, { objection, profile, rule, step, at });
        return { id: objection.id };
      });
      return this.objections.get(tx, id);
    });
  }

  private async record(
    tx: EntityManager,
    origin: Origin,
    { objection, profile, rule, step, at }: Taking,
  ): Promise<void> {
    const scorers = await this.objections.scorersOf(tx, objection.householdId);
    const taken = takeStep(rule, objectionOf(objection), scorers, step);
    if (!taken.ok) throw new ObjectionRefused(taken.problems);
    const { state, recheck, outcome, satisfied } = taken.objection;
    const left = objection.state;
    const { remindAt = null, dueAt = null } = objectionDeadline(profile.calendar, rule, taken.objection) ?? {};
    const changes = { state, since: at, remindAt, dueAt, recheck, outcome, satisfied };
    const sequence = objection.sequence + 1;
    // A decision may tell the workflow one thing more: that the publicity goes on.
    await this.objections.save(tx, objection, {
      ...changes,
      sequence: step.kind === 'decide' ? sequence + 1 : sequence,
    });
    await this.objections.addStep(tx, objection, step);
    await tellCompleted(tx, origin, objection, left, at);
    await tellOpened(tx, origin, objection, ownerOf(rule, taken.objection));
    const resumedUntil = step.kind === 'decide' ? await this.consequences.follow(tx, origin, objection, at) : null;
    await tellWorkflow(tx, objection, [
      stateLeft(objection, left, sequence, at),
      ...(resumedUntil === null
        ? []
        : [
            {
              kind: 'publicity-resumed' as const,
              sequence: sequence + 1,
              at: at.toISOString(),
              closesAt: resumedUntil,
            },
          ]),
    ]);
  }
}

interface Taking {
  objection: ObjectionRow;
  profile: FrozenProfile;
  rule: ObjectionRule;
  step: ObjectionStep;
  at: Date;
}
