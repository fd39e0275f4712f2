import type { Readable } from 'node:stream';

/** One record, and the line it begins at (from 1). */
export interface CsvRecord {
  line: number;
  cells: string[];
}

/** The text is not CSV from this line on. */
export class NotCsv extends Error {
  override readonly name = 'NotCsv';

  constructor(
    readonly line: number,
    reason: string,
  ) {
    super(reason);
  }
}

const bytesAtOnce = 16 * 1024;

/** A quotation mark that is never closed must not take the rest of a large file into one record. */
const longestRecord = 64 * 1024;

/**
 * The records of a file in CSV (RFC 4180: commas, quotation marks, LF or CRLF; UTF-8 with or without its mark), a few hundred at once. Empty lines are left out. A record without quotation marks, which is nearly every one, is only split: the
 * parsers there are take ten times as long, and reading would be most of an import.
 * @throws NotCsv
 */
export async function* csvRecords(content: Readable): AsyncGenerator<CsvRecord[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = new CsvReader();
  for await (const piece of content as AsyncIterable<Buffer>) {
    for (let from = 0; from < piece.length; from += bytesAtOnce) {
      const some = piece.subarray(from, from + bytesAtOnce);
      yield reader.read(decoded(() => decoder.decode(some, { stream: true }), some, reader));
    }
  }
  yield reader.end(decoded(() => decoder.decode(), Buffer.alloc(0), reader));
}

class CsvReader {
  /** The line the next record begins at. */
  line = 1;
  /** The beginning of a record whose end has not come. */
  rest = '';

  read(text: string): CsvRecord[] {
    const records: CsvRecord[] = [];
    const all = this.rest + text;
    let from = 0;
    for (const to of recordEnds(all)) {
      this.take(all.slice(from, to), records);
      from = to + 1;
    }
    this.rest = all.slice(from);
    if (this.rest.length > longestRecord)
      throw new NotCsv(this.line, 'a record is too long: is a quotation mark missing?');
    return records;
  }

  end(text: string): CsvRecord[] {
    const records = this.read(text);
    if (this.rest.split('"').length % 2 === 0) throw new NotCsv(this.line, 'a quotation mark is not closed');
    this.take(this.rest, records);
    this.rest = '';
    return records;
  }

  private take(raw: string, records: CsvRecord[]): void {
    const record = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    const { line } = this;
    if (!record.includes('"')) {
      this.line += 1;
      if (record !== '') records.push({ line, cells: record.split(',') });
      return;
    }
    this.line += raw.split('\n').length;
    records.push({ line, cells: quotedCells(record, line) });
  }
}

/** Where the records of a text end: the line ends outside of quotation marks. A doubled mark closes and opens again. */
function* recordEnds(text: string): Generator<number> {
  let end = text.indexOf('\n');
  let opening = text.indexOf('"');
  while (end >= 0) {
    while (opening >= 0 && opening < end) {
      const closing = text.indexOf('"', opening + 1);
      if (closing < 0) return;
      if (closing > end) end = text.indexOf('\n', closing);
      if (end < 0) return;
      opening = text.indexOf('"', closing + 1);
    }
    yield end;
    end = text.indexOf('\n', end + 1);
  }
}

/** A cell, plain or in quotation marks, and what must follow it. */
const cell = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/gy;

function quotedCells(record: string, line: number): string[] {
  const cells: string[] = [];
  cell.lastIndex = 0;
  for (;;) {
    const match = cell.exec(record);
    if (!match) throw new NotCsv(line, 'a quotation mark stands within a cell');
    const [, quoted, plain, end] = match;
    cells.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '') return cells;
  }
}

function decoded(decode: () => string, piece: Buffer, { line, rest }: CsvReader): string {
  try {
    return decode();
  } catch {
    const [before = ''] = (rest + new TextDecoder().decode(piece)).split('\ufffd');
    throw new NotCsv(line + before.split('\n').length - 1, 'it is not text in UTF-8');
  }
}
