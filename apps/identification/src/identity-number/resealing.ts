import { countyWide, type Database } from '@jingzhun/database';
import type { EntityManager } from 'typeorm';
import type { IdentityNumbers } from './identity-numbers';
import type { ResealingRepository, SealedRow } from './resealing.repository';

/** How many rows were sealed again. */
export interface Resealed {
  members: number;
  changeRequests: number;
}

export interface ResealingOptions {
  rowsAtOnce?: number;
  /** Told after each transaction. */
  onProgress?: (resealed: Resealed) => void;
}

/** A row that can be opened: its salt is there. */
type OpenableRow = SealedRow & { salt: Buffer };

const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * Brings every identity number under the present keys, beside the running service. What is done is found by the key versions in
 * the rows themselves, so that a run that was broken off is simply started again, and a second run finds nothing to do.
 */
export class Resealing {
  constructor(
    private readonly database: Database,
    private readonly rows: ResealingRepository,
    private readonly numbers: IdentityNumbers,
  ) {}

  async run({ rowsAtOnce = 500, onProgress = () => undefined }: ResealingOptions = {}): Promise<Resealed> {
    const resealed = { members: 0, changeRequests: 0 };
    const { presentKeys } = this.numbers;
    await this.inBatches(
      (tx, after) => this.rows.members(tx, after, presentKeys, rowsAtOnce),
      async (tx, rows) => {
        await this.rows.saveMembers(
          tx,
          rows.map((row) => this.member(row)),
        );
        resealed.members += rows.length;
      },
      () => onProgress(resealed),
    );
    await this.inBatches(
      (tx, after) => this.rows.changeRequests(tx, after, presentKeys, rowsAtOnce),
      async (tx, rows) => {
        await this.rows.saveChangeRequests(
          tx,
          rows.map((row) => this.changeRequest(row)),
        );
        resealed.changeRequests += rows.length;
      },
      () => onProgress(resealed),
    );
    return resealed;
  }

  /** Each batch is a transaction of its own; the next one begins behind its last id. */
  private async inBatches(
    read: (tx: EntityManager, after: string) => Promise<SealedRow[]>,
    save: (tx: EntityManager, rows: OpenableRow[]) => Promise<void>,
    done: () => void,
  ): Promise<void> {
    for (let after: string | undefined = nobody; after !== undefined;) {
      const from: string = after;
      after = await this.database.transaction(countyWide, async (tx) => {
        const rows = await read(tx, from);
        const former = rows.filter((row) => row.former).flatMap(openable);
        if (former.length > 0) await save(tx, former);
        return rows.at(-1)?.id;
      });
      if (after !== undefined) done();
    }
  }

  private member({ id, sealed, salt }: OpenableRow) {
    const household = this.numbers.ofHousehold(salt);
    return { id, ...household.store(id, household.open(id, sealed)) };
  }

  private changeRequest({ id, sealed, salt }: OpenableRow) {
    const request = this.numbers.ofChangeRequest(salt);
    return { id, sealed: request.store(id, request.open(id, sealed)) };
  }
}

function openable(row: SealedRow): OpenableRow[] {
  return row.salt ? [{ ...row, salt: row.salt }] : [];
}
