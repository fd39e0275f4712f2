import { InvalidInput } from '@jingzhun/kernel';

/** A page of a list that is read on by the key of its last row, so that rows added meanwhile shift nothing. */
export interface Page<Row> {
  nodes: Row[];
  totalCount: number;
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
}

/** Cuts a page out of `rows`, of which one more than `first` was asked for. `keyOf` gives a row's place in the order. */
export function pageOf<Row>(rows: Row[], first: number, totalCount: number, keyOf: (row: Row) => string[]): Page<Row> {
  const nodes = rows.slice(0, first);
  const last = nodes.at(-1);
  return {
    nodes,
    totalCount,
    pageInfo: { endCursor: last ? encode(keyOf(last)) : null, hasNextPage: rows.length > first },
  };
}

/**
 * The key that a cursor stands for, of `parts` parts; undefined without a cursor.
 *
 * @throws InvalidInput when the cursor was not given by a page of this list
 */
export function keyAfter(cursor: string | null | undefined, parts: number): string[] | undefined {
  if (!cursor) return undefined;
  const key = Buffer.from(cursor, 'base64url').toString().split('\n');
  if (key.length !== parts) throw new InvalidInput('This is no cursor of the list.', 'after', 'Pass an `endCursor`.');
  return key;
}

function encode(key: string[]): string {
  return Buffer.from(key.join('\n')).toString('base64url');
}
