import { InvalidInput } from '@jingzhun/kernel';

/** One page of a list in a fixed order, as connections of the graph answer it. */
export interface Page<Row> {
  nodes: Row[];
  totalCount: number;
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
}

/**
 * A page from `rows`, of which one more than `first` was read to see whether there is another page.
 * @param sortKey the values of the list's order for a row; the last of them makes it unique.
 */
export function pageOf<Row>(
  rows: Row[],
  first: number,
  totalCount: number,
  sortKey: (row: Row) => string[],
): Page<Row> {
  const nodes = rows.slice(0, first);
  const last = nodes.at(-1);
  return {
    nodes,
    totalCount,
    pageInfo: { endCursor: last ? writeCursor(sortKey(last)) : null, hasNextPage: rows.length > first },
  };
}

/**
 * The sort key a cursor stands for, or undefined without a cursor.
 * @throws InvalidInput when it is not a cursor of this list (`length` values).
 */
export function readCursor(cursor: string | null | undefined, length: number): string[] | undefined {
  if (!cursor) return undefined;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(values) && values.length === length && values.every((value) => typeof value === 'string'))
      return values;
  } catch {
    // Not a cursor: refused below.
  }
  throw new InvalidInput(
    'This is not a cursor of this list.',
    'after',
    'Pass the endCursor of the page before, or nothing.',
  );
}

function writeCursor(sortKey: string[]): string {
  return Buffer.from(JSON.stringify(sortKey)).toString('base64url');
}
