import { fileProblem, type FileFaultCode, type WorkbookProblem } from '../workbook-problem';

/** Reading ends here: the file is refused for this. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly problem: WorkbookProblem;

  constructor(code: FileFaultCode, reason: string, sheet = '') {
    super(reason);
    this.problem = fileProblem(code, reason, sheet);
  }
}

/** The file is not what a spreadsheet program writes; `what` says where it stopped making sense. */
export function damaged(what: string): Refused {
  return new Refused('DAMAGED_FILE', `The file is damaged: ${what}.`);
}
