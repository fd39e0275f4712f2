/** What is wrong, and where: `row` 0 for the whole file or sheet, `column` empty for a whole row. */
export interface WorkbookProblem {
  sheet: string;
  /** As the spreadsheet counts, from 1. */
  row: number;
  /** Letters of the column. */
  column: string;
  header: string;
  /** Stable; what follows from it is for programs to decide. */
  code: string;
  reason: string;
}

/** A file or sheet as a whole cannot be taken. */
export function fileProblem(code: FileFaultCode, reason: string, sheet = ''): WorkbookProblem {
  return { sheet, row: 0, column: '', header: '', code, reason };
}

/** Why a file is refused whatever stands in its cells. */
export type FileFaultCode =
  | 'ACTIVE_CONTENT'
  | 'DAMAGED_FILE'
  | 'DATES_FROM_1904'
  | 'DOCTYPE'
  | 'EXTERNAL_LINKS'
  | 'FILE_TOO_LARGE'
  | 'HIDDEN_SHEET'
  | 'MACROS'
  | 'MERGED_CELLS'
  | 'NOT_A_WORKBOOK'
  | 'OLD_OR_LOCKED_WORKBOOK'
  | 'OUT_OF_MEMORY'
  | 'OUT_OF_TIME'
  | 'SHEET_MISSING'
  | 'TOO_MANY_COLUMNS'
  | 'TOO_MANY_PARTS'
  | 'TOO_MANY_ROWS'
  | 'TOO_MANY_TEXTS'
  | 'UNEXPECTED_SHEET'
  | 'UNPACKS_TOO_LARGE';

/** What was found wrong with a file, the first so many in full and all of them counted. */
export class WorkbookProblems {
  readonly named: WorkbookProblem[] = [];
  count = 0;

  constructor(private readonly mostNamed = 1_000) {}

  add(...problems: readonly WorkbookProblem[]): void {
    this.count += problems.length;
    this.named.push(...problems.slice(0, this.mostNamed - this.named.length));
  }

  /** Whether the file as a whole was refused, wherever its reading had come to. */
  get ofTheFile(): boolean {
    return this.named.some(({ row }) => row === 0);
  }

  /** Whether more would only be counted. */
  get areFull(): boolean {
    return this.named.length >= this.mostNamed;
  }
}
