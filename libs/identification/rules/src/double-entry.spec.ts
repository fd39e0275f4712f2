import fc from 'fast-check';
import { checkEntries, checkResolution, differencesOf, type ClerkEntry, type EntryDifference } from './double-entry';
import { inWords } from './testing/in-words';

const seed = 20151125;
const rule = {
  fields: [
    { key: 'total', resolver: 'townshipOfficer' },
    { key: 'vetoed', resolver: 'supervisor' },
    { key: 'vetoReason', resolver: 'supervisor' },
  ],
  leftOutResolver: 'entryLead',
};
const entry = (householdId: string, clerk: string, fields: ClerkEntry['fields'] = {}): ClerkEntry => ({
  householdId,
  clerk,
  fields: { total: 55, vetoed: false, vetoReason: null, ...fields },
});

describe('two entries of the same sheets', () => {
  it('agree when nothing differs but spaces, full-width signs and empty text', () => {
    const first = [entry('h1', 'a', { vetoReason: 'V4 车辆', note: 'not compared' })];
    const second = [entry('h1', 'b', { vetoReason: ' Ｖ４ 车辆 ' })];
    expect(differencesOf(rule, first, second)).toEqual([]);
    expect(differencesOf(rule, [entry('h1', 'a', { vetoReason: ' ' })], [entry('h1', 'b')])).toEqual([]);
    const { vetoReason: _, ...without } = entry('h1', 'b').fields;
    expect(differencesOf(rule, [entry('h1', 'a')], [{ ...entry('h1', 'b'), fields: without }])).toEqual([]);
  });

  it('differ in what each clerk typed, listed by household and in the order of the sheet, with who settles it', () => {
    const first = [entry('h2', 'a'), entry('h1', 'a', { total: 56, vetoed: true, vetoReason: 'V4' })];
    const second = [entry('h1', 'b'), entry('h2', 'b', { total: 0 })];
    const clerks = ['a', 'b'];
    expect(differencesOf(rule, first, second)).toEqual([
      { householdId: 'h1', field: 'total', first: 56, second: 55, missing: null, resolver: 'townshipOfficer', clerks },
      { householdId: 'h1', field: 'vetoed', first: true, second: false, missing: null, resolver: 'supervisor', clerks },
      {
        householdId: 'h1',
        field: 'vetoReason',
        first: 'V4',
        second: null,
        missing: null,
        resolver: 'supervisor',
        clerks,
      },
      { householdId: 'h2', field: 'total', first: 55, second: 0, missing: null, resolver: 'townshipOfficer', clerks },
    ]);
  });

  it('tell zero, "0", false and nothing apart', () => {
    const values = [0, '0', false, null];
    for (const one of values)
      for (const other of values) {
        const found = differencesOf(rule, [entry('h1', 'a', { total: one })], [entry('h1', 'b', { total: other })]);
        expect(found).toHaveLength(one === other ? 0 : 1);
      }
  });

  it('differ when one clerk left a household out', () => {
    const leftOut = (missing: 'first' | 'second', clerk: string) => ({
      householdId: 'h1',
      field: null,
      first: null,
      second: null,
      missing,
      resolver: 'entryLead',
      clerks: [clerk],
    });
    expect(differencesOf(rule, [entry('h1', 'a')], [])).toEqual([leftOut('second', 'a')]);
    expect(differencesOf(rule, [], [entry('h1', 'b')])).toEqual([leftOut('first', 'b')]);
  });
});

describe('entries that cannot be compared', () => {
  const found = (first: ClerkEntry[], second: ClerkEntry[]) =>
    inWords(checkEntries(first, second)).map(({ code, field, householdId }) => [code, field, householdId]);

  it('are those of one clerk, and those that name a household twice', () => {
    expect(found([entry('h1', 'a'), entry('h2', 'a')], [entry('h1', 'a'), entry('h2', 'b')])).toEqual([
      ['SAME_CLERK', 'second', 'h1'],
    ]);
    expect(found([entry('h1', 'a'), entry('h1', 'a')], [entry('h2', 'b'), entry('h2', 'b')])).toEqual([
      ['ENTERED_TWICE', 'first', 'h1'],
      ['ENTERED_TWICE', 'second', 'h2'],
    ]);
  });

  it('are no others', () => {
    expect(found([entry('h1', 'a'), entry('h2', 'b')], [entry('h1', 'b'), entry('h2', 'a'), entry('h3', 'a')])).toEqual(
      [],
    );
  });
});

describe('a difference is settled', () => {
  const difference: EntryDifference = {
    householdId: 'h1',
    field: 'total',
    first: 56,
    second: 55,
    missing: null,
    resolver: 'townshipOfficer',
    clerks: ['a', 'b'],
  };
  const settled = { value: 55, by: 'officer', role: 'townshipOfficer', reason: '' };
  const found = (resolution: Partial<typeof settled>) =>
    inWords(checkResolution(difference, { ...settled, ...resolution })).map(({ code, field }) => [code, field]);

  it('by whose duty it is, who is neither of the clerks', () => {
    expect(found({})).toEqual([]);
    expect(found({ value: 56 })).toEqual([]);
    expect(found({ role: 'entryClerk' })).toEqual([['NOT_THE_RESOLVER', 'role']]);
    for (const by of ['a', 'b']) expect(found({ by })).toEqual([['CLERK_RESOLVES', 'by']]);
  });

  it('with a reason when the sheet says something else than both clerks', () => {
    expect(found({ value: 54, reason: ' ' })).toEqual([['REASON_MISSING', 'reason']]);
    expect(found({ value: 54, reason: '原表为 54 分' })).toEqual([]);
  });
});

describe(`the difference list, for any entries (seed ${seed})`, () => {
  const value = fc.constantFrom(0, 1, '甲', '乙', true, false, null);
  const entries = (clerk: string) =>
    fc.uniqueArray(
      fc.record({
        householdId: fc.constantFrom('h1', 'h2', 'h3', 'h4'),
        clerk: fc.constant(clerk),
        fields: fc.record({ total: value, vetoed: value, vetoReason: value }),
      }),
      { selector: ({ householdId }) => householdId },
    );

  it('is empty for two equal entries and the mirror of itself when the clerks change places', () => {
    fc.assert(
      fc.property(entries('a'), entries('b'), (first, second) => {
        expect(differencesOf(rule, first, first)).toEqual([]);
        const mirrored = differencesOf(rule, second, first).map((each) => ({
          ...each,
          first: each.second,
          second: each.first,
          missing: each.missing && (each.missing === 'first' ? 'second' : 'first'),
          clerks: [...each.clerks].reverse(),
        }));
        expect(mirrored).toEqual(differencesOf(rule, first, second));
      }),
      { seed },
    );
  });
});
