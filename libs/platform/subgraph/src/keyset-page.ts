import { InvalidInput } from '@jingzhun/kernel';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** One page of a list in a fixed order, as connections of the graph answer it. */
export interface Page<Row> {
  nodes: Row[];
  totalCount: number;
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
}

/**
 * The page of what a query finds, after the cursor of the page before.
 * @param by the columns of the list's order, rising; the last of them makes it unique.
 * @param sortKey the values of those columns for a row.
 * @throws InvalidInput when `after` is not a cursor of this list
 */
export async function pageFrom<Row extends ObjectLiteral>(
  matching: SelectQueryBuilder<Row>,
  { by, first, after }: { by: readonly string[]; first: number; after?: string | null },
  sortKey: (row: Row) => string[],
): Promise<Page<Row>> {
  const cursor = readCursor(after, by.length);
  const totalCount = await matching.getCount();
  if (cursor) {
    const values = Object.fromEntries(cursor.map((value, place) => [`after${place}`, value]));
    const marks = Object.keys(values).map((name) => `:${name}`);
    matching.andWhere(`(${by.join(', ')}) > (${marks.join(', ')})`, values);
  }
  const rows = await matching
    .orderBy(Object.fromEntries(by.map((column) => [column, 'ASC' as const])))
    .limit(first + 1)
    .getMany();
  return pageOf(rows, first, totalCount, sortKey);
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
