import { luocheng2015, type EntryDifference } from '@jingzhun/identification-rules';
import { isRefusal } from '@jingzhun/kernel';
import {
  assertMayEnter,
  assertOnRecord,
  differencesBetween,
  secondOf,
  settledValue,
  type FirstEntry,
  type Settlement,
} from './double-entry.rules';

const terms = luocheng2015.doubleEntry!;
const first: FirstEntry = { householdId: 'one', state: 'waiting', clerk: 'first clerk', total: 53, veto: null };

const codeOf = (work: () => unknown) => {
  try {
    work();
    return undefined;
  } catch (error) {
    if (isRefusal(error)) return error.field ? `${error.code} ${error.field}` : error.code;
    throw error;
  }
};

describe('a second entry', () => {
  const second = secondOf({ householdId: 'one', total: 53, vetoed: false }, 'second clerk');

  it('is made by another clerk, once', () => {
    expect(codeOf(() => assertMayEnter([first], [second]))).toBeUndefined();
    expect(codeOf(() => assertMayEnter([first], [{ ...second, clerk: 'first clerk' }]))).toBe('OWN_ENTRY entries');
    expect(codeOf(() => assertMayEnter([{ ...first, state: 'agreed' }], [second]))).toBe('CHECKED_ALREADY entries');
  });

  it('agrees when it says the same, and differs by field when it does not', () => {
    expect(differencesBetween(terms, [first], [second])).toEqual([]);
    const other = secondOf({ householdId: 'one', total: 35, vetoed: true, vetoReason: '城镇购房' }, 'second clerk');
    expect(
      differencesBetween(terms, [first], [other]).map(({ field, first, second, resolver }) => [
        field,
        first,
        second,
        resolver,
      ]),
    ).toEqual([
      ['total', 53, 35, 'townshipOfficer'],
      ['veto', null, '城镇购房', 'townshipOfficer'],
    ]);
  });

  it('says the same of a veto when only spaces and the width of signs are others', () => {
    const vetoed = { ...first, veto: '有车（3万元）' };
    const same = secondOf({ householdId: 'one', total: 53, vetoed: true, vetoReason: ' 有车(3万元) ' }, 'second clerk');
    expect(differencesBetween(terms, [vetoed], [same])).toEqual([]);
  });

  it('takes no reason of a veto that it denies', () => {
    const denied = secondOf({ householdId: 'one', total: 53, vetoed: false, vetoReason: '有车' }, 'second clerk');
    expect(denied.fields.veto).toBeNull();
  });
});

describe('a difference', () => {
  const difference: EntryDifference & { field: string } = {
    householdId: 'one',
    field: 'total',
    first: 53,
    second: 35,
    missing: null,
    resolver: 'townshipOfficer',
    clerks: ['first clerk', 'second clerk'],
  };
  const officer = { personId: 'officer', roles: ['townshipOfficer'] };
  const settle = (
    said: Partial<Settlement & { version: number }>,
    by = officer,
    about = difference,
    record: { version: number; decidedAt: Date | null } = { version: 1, decidedAt: null },
  ) => settledValue(about, record, { version: 1, stands: 'second', reason: 'Looked up.', ...said }, by);

  it('is settled for the first, the second, or neither with a value of its own', () => {
    expect(settle({ stands: 'first' })).toBe(53);
    expect(settle({ stands: 'second' })).toBe(35);
    expect(settle({ stands: 'neither', value: 50 })).toBe(50);
    expect(codeOf(() => settle({ stands: 'neither' }))).toBe('INVALID_INPUT value');
    expect(codeOf(() => settle({ stands: 'first', value: 50 }))).toBe('INVALID_INPUT value');
  });

  it('is settled with a reason, by the role whose duty it is, and by neither clerk', () => {
    expect(codeOf(() => settle({ reason: ' ' }))).toBe('INVALID_INPUT reason');
    expect(codeOf(() => settle({}, { personId: 'x', roles: ['supervisor'] }))).toBe('NOT_ALLOWED');
    expect(codeOf(() => settle({}, { ...officer, personId: 'second clerk' }))).toBe('OWN_ENTRY differenceId');
  });

  it('is settled once, on the version that was read', () => {
    expect(codeOf(() => settle({}, officer, difference, { version: 2, decidedAt: new Date(0) }))).toBe(
      'CHECKED_ALREADY differenceId',
    );
    expect(codeOf(() => settle({ version: 2 }))).toBe('STALE_VERSION version');
  });

  it('is settled for what can stand in the field', () => {
    for (const value of ['many', 5.5, true])
      expect(codeOf(() => settle({ stands: 'neither', value }))).toBe('INVALID_INPUT value');
    const veto = { ...difference, field: 'veto', first: null, second: '有车' };
    expect(settle({ stands: 'first' }, officer, veto)).toBeNull();
    expect(settle({ stands: 'neither', value: null }, officer, veto)).toBeNull();
    expect(codeOf(() => settle({ stands: 'neither', value: ' ' }, officer, veto))).toBe('INVALID_INPUT value');
  });

  it('never lets an entry say otherwise than the sheet and the vetoes', () => {
    const record = { total: 53, vetoed: false };
    const total = { householdId: 'one', field: 'total' };
    const veto = { householdId: 'one', field: 'veto' };
    expect(codeOf(() => assertOnRecord(total, 53, record))).toBeUndefined();
    expect(codeOf(() => assertOnRecord(total, 35, record))).toContain('ENTRY_DIFFERS');
    expect(codeOf(() => assertOnRecord(total, null, { ...record, total: undefined }))).toBeUndefined();
    expect(codeOf(() => assertOnRecord(veto, null, record))).toBeUndefined();
    expect(codeOf(() => assertOnRecord(veto, '有车', record))).toContain('ENTRY_DIFFERS');
  });
});
