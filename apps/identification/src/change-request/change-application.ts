import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CaseEntry, type CaseChange, type LockedCase } from '../case/case-entry';
import { DuplicateRepository } from '../duplicate/duplicate.repository';
import { HouseholdMoves } from '../household/household-moves.repository';
import { IdentityNumbers } from '../identity-number/identity-numbers';
import { effectsOn } from './change-request.rules';
import { RegisterChangeRepository, type RegisterChange } from './register-change.repository';
import type { RegisterExtract } from './register-extract';

/** Carries out an approved change: the register, the cases, the places and the duplicate leads, in the transaction of the decision. */
@Injectable()
export class ChangeApplication {
  constructor(
    @Inject(RegisterChangeRepository) private readonly register: RegisterChangeRepository,
    @Inject(CaseEntry) private readonly cases: CaseEntry,
    @Inject(HouseholdMoves) private readonly moves: HouseholdMoves,
    @Inject(DuplicateRepository) private readonly duplicates: DuplicateRepository,
    @Inject(IdentityNumbers) private readonly numbers: IdentityNumbers,
  ) {}

  /** `standings` are those of the households of `before`. Answers `after` with the numbers of new households. */
  async carryOut(
    tx: EntityManager,
    change: Omit<RegisterChange, 'at'>,
    standings: readonly LockedCase[],
    cases: CaseChange,
  ): Promise<RegisterExtract> {
    const { before, after } = change;
    const { at, origin } = cases;
    const effects = effectsOn(before, after);
    const known = new Map(standings.map((standing) => [standing.id, standing]));
    for (const id of effects.end) await this.cases.withdraw(tx, cases, known.get(id)!);
    const written = await this.register.write(tx, { ...change, at });
    for (const { id, from, to } of effects.move) {
      await this.moves.moveOne(tx, id, { from, to }, { origin, at, cause: 'transfer' });
      await this.cases.move(tx, cases, known.get(id)!, { from, to });
    }
    await this.cases.enter(tx, cases, effects.enter);
    await this.watchForDuplicates(tx, change);
    if (effects.move.length > 0) await this.duplicates.relocate(tx);
    return written;
  }

  private async watchForDuplicates(
    tx: EntityManager,
    { before, after, numbers }: Omit<RegisterChange, 'at'>,
  ): Promise<void> {
    const was = new Map(
      before.households.flatMap(({ id, members }) => members.map((member) => [member.id, { id, member }])),
    );
    const becomes = after.households.flatMap(({ id, members }) => members.map((member) => ({ id, member })));
    const changed = becomes.filter(({ id, member }) => {
      const earlier = was.get(member.id);
      return !earlier || earlier.id !== id || earlier.member.name !== member.name || numbers[member.id] !== undefined;
    });
    const there = new Set(becomes.map(({ member }) => member.id));
    const gone = [...was.keys()].filter((id) => !there.has(id));
    await this.duplicates.settle(tx, [...gone, ...changed.map(({ member }) => member.id)]);
    await this.duplicates.raiseFor(
      tx,
      changed.map(({ member }) => {
        const number = numbers[member.id];
        return { memberId: member.id, indexes: number ? this.numbers.indexes(number) : [] };
      }),
    );
  }
}
