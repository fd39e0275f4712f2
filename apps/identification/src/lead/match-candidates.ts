import { plainName, type MatchablePerson } from '@jingzhun/identification-rules';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { IdentityNumbers } from '../identity-number/identity-numbers';
import { LeadRepository } from './lead.repository';
import type { MatchLine } from './match-file';

export interface Candidates {
  people: MatchablePerson[];
  /** What stands for the number of a line, where it has one. */
  nameOf: (line: MatchLine) => string | undefined;
}

/** Looks for those whom the lines of a department's file may be about. */
@Injectable()
export class MatchCandidates {
  constructor(
    @Inject(IdentityNumbers) private readonly numbers: IdentityNumbers,
    @Inject(LeadRepository) private readonly leads: LeadRepository,
  ) {}

  /** A number is found under the indexes of old keys too; the first of them stands for all. */
  async of(tx: EntityManager, lines: readonly MatchLine[]): Promise<Candidates> {
    const names = new Map<string, string>();
    const nameOfLine = new Map<MatchLine, string>();
    const indexes: Buffer[] = [];
    for (const line of lines) {
      if (line.idNumber === undefined) continue;
      const all = this.numbers.indexes(line.idNumber);
      const name = all[0]!.toString('hex');
      nameOfLine.set(line, name);
      for (const index of all) names.set(index.toString('hex'), name);
      indexes.push(...all);
    }
    const byNumber = await this.leads.peopleByNumber(tx, indexes, (index) => names.get(index.toString('hex'))!);
    const plain = lines.filter(({ idNumber }) => !idNumber).map(({ name = '' }) => plainName(name));
    const byName = await this.leads.peopleByName(tx, [...new Set(plain)]);
    return { people: [...byNumber, ...byName], nameOf: (line) => nameOfLine.get(line) };
  }
}
