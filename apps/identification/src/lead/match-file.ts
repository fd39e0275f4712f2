import { isIdNumber, type MatchSource } from '@jingzhun/identification-rules';
import { isAreaCode } from '@jingzhun/kernel';

/** A line of a department's file, as it may be kept for the time of its reading. */
export interface MatchLine {
  /** What the department calls the record: the plate, the number of the deed. */
  record: string;
  idNumber?: string;
  name?: string;
  /** The place the record names, at any level. */
  areaCode?: string;
  /** What the record is about, for the household and for whoever verifies it. */
  subject: string;
  /** `YYYY-MM-DD`, where the record says so. */
  assetAcquiredOn?: string;
}

/** What is wrong with a line. */
export interface LineProblem {
  line: number;
  problem: string;
}

const sources: readonly string[] = ['vehicles', 'property', 'companies', 'payroll'] satisfies MatchSource[];
/** The record kinds of a match file and how many cells follow the kind. */
const cellsOf: Record<string, number> = { match: 2, record: 6, end: 1 };
const formatVersion = '1';

/** More than any department of one county hands in at once. */
export const mostRecords = 50_000;

/**
 * Checks a match file record by record: `match` with version and source, a `record` for each line of the department (its own
 * number, identity number, name, area code, subject, day of acquisition) and `end` with their count. Pure but for what it remembers.
 */
export class MatchFile {
  source: MatchSource = 'vehicles';
  readonly lines: MatchLine[] = [];
  private readonly records = new Set<string>();
  private begun = false;
  private ended = false;

  /** `countyCode` is where the records' places must lie. */
  constructor(private readonly countyCode: string) {}

  /** Takes one record; answers what is wrong with it, or undefined. */
  take(cells: readonly string[]): string | undefined {
    const [kind = ''] = cells;
    const expected = cellsOf[kind];
    if (expected === undefined) return `"${kind.slice(0, 20)}" is not a kind of record`;
    if (cells.length !== expected + 1)
      return `a ${kind} record has ${expected} cells after its kind, this one ${cells.length - 1}`;
    if (this.ended) return 'nothing may follow the end record';
    if (!this.begun && kind !== 'match') return 'the file must begin with a match record';
    if (kind === 'match') return this.match(cells);
    return kind === 'record' ? this.record(cells) : this.end(cells);
  }

  /** What is missing when the file is over. */
  missing(): string | undefined {
    return this.ended ? undefined : 'the file has no end record: it was cut off';
  }

  private match([, version = '', source = '']: readonly string[]): string | undefined {
    if (this.begun) return 'the file has a second match record';
    this.begun = true;
    if (version !== formatVersion) return `format version ${version} is not known, ${formatVersion} is`;
    if (!sources.includes(source)) return `"${source.slice(0, 20)}" is not one of ${sources.join(', ')}`;
    this.source = source as MatchSource;
    return undefined;
  }

  private record(cells: readonly string[]): string | undefined {
    const [, record = '', idNumber = '', name = '', areaCode = '', subject = '', assetAcquiredOn = ''] = cells.map(
      (cell) => cell.trim(),
    );
    const problem =
      this.problemOfRecord(record) ??
      this.problemOfPerson({ idNumber, name, areaCode }) ??
      problemOfSubject({ subject, assetAcquiredOn });
    if (problem) return problem;
    this.records.add(record);
    this.lines.push({
      ...{ record, subject },
      ...(idNumber && { idNumber: idNumber.toUpperCase() }),
      ...(name && { name }),
      ...(areaCode && { areaCode }),
      ...(assetAcquiredOn && { assetAcquiredOn }),
    });
    return undefined;
  }

  private problemOfRecord(record: string): string | undefined {
    if (!record || record.length > 60) return 'the record has no number of its own, or one of over 60 characters';
    if (this.records.has(record)) return 'a record of this number came before';
    return this.lines.length >= mostRecords ? `a file has at most ${mostRecords} records` : undefined;
  }

  private problemOfPerson({ idNumber, name, areaCode }: { idNumber: string; name: string; areaCode: string }) {
    if (idNumber && !isIdNumber(idNumber.toUpperCase())) return 'the identity number is not valid';
    if (name.length > 50) return 'the name has over 50 characters';
    if (areaCode && !(isAreaCode(areaCode) && areaCode.startsWith(this.countyCode)))
      return 'the place is not the code of an area of the county';
    if (!idNumber && !(name && areaCode)) return 'there is neither an identity number nor a name with a place';
    return undefined;
  }

  private end([, count = '']: readonly string[]): string | undefined {
    this.ended = true;
    return count === String(this.lines.length)
      ? undefined
      : `the end record says ${count.slice(0, 20)} records, the file has ${this.lines.length}`;
  }
}

function problemOfSubject({ subject, assetAcquiredOn }: { subject: string; assetAcquiredOn: string }) {
  if (!subject || subject.length > 200) return 'it is not said what the record is about, or in over 200 characters';
  if (assetAcquiredOn && !isDay(assetAcquiredOn)) return 'the day of acquisition is not written YYYY-MM-DD';
  return undefined;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
}
