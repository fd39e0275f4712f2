import { Refusal } from '@jingzhun/kernel';
import type { ImportProblem } from './county-import.entity';

export class CountyAlreadyImported extends Refusal {
  readonly type = 'CountyAlreadyImported';
  readonly code = 'COUNTY_ALREADY_IMPORTED';
  readonly advice = 'Correct the register through change requests, or use a new installation for another county.';
}

/** The file is refused whole. Carried from the reading of the file to the import's record, not to a caller. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';

  constructor(readonly problems: ImportProblem[]) {
    super(`the file has ${problems.length} faults`);
  }
}
