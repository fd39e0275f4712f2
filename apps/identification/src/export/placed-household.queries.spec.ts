import { householdsAtOnce, inPages } from './placed-household.queries';

/** A table of so many households, and how often and behind what it was asked. */
function table(households: number) {
  const rows = Array.from({ length: households }, (_, index) => ({
    areaCode: `45122510020100${1 + Math.floor(index / 1_000)}`,
    number: String(index).padStart(19, '0'),
  }));
  const asked: string[] = [];
  const read = async (after: { number: string }, limit: number) => {
    asked.push(after.number);
    const from = after.number === '' ? 0 : Number(after.number) + 1;
    return rows.slice(from, from + limit);
  };
  return { asked, read };
}

describe('the rows of an export', () => {
  it('come once each and in order, a page at a time', async () => {
    const { asked, read } = table(2_300);
    const seen: number[] = [];
    for await (const { number } of inPages(read)) {
      seen.push(Number(number));
      // What has been read is never more than a page ahead of what has been taken.
      expect(asked.length).toBe(Math.ceil(seen.length / householdsAtOnce));
    }
    expect(seen).toEqual(Array.from({ length: 2_300 }, (_, index) => index));
    expect(asked).toHaveLength(6);
  });

  it('are read no further when nobody takes them', async () => {
    const { asked, read } = table(2_300);
    for await (const { number } of inPages(read)) if (Number(number) === 700) break;
    expect(asked).toHaveLength(2);
  });

  it('are none where there are none', async () => {
    const { read } = table(0);
    for await (const row of inPages(read)) throw new Error(`there is ${row.number}`);
  });
});
