import { publicityClock, type NoticeColumn, type PublicityFact } from '@jingzhun/identification-rules';
import { Choices, sampleForm, sampleHouseholds, sampleProfile } from '../testing/sample-papers';
import { noticeContent, type NoticeSource, type PublicHousehold } from './notice.view';

const posted = '2015-10-28T02:00:00.000Z';
const rule = { days: 7, dayKind: 'calendar' as const };
const clockWith = (...facts: PublicityFact[]) =>
  publicityClock(rule, sampleProfile.calendar, [{ kind: 'posted', at: posted }, ...facts]);
const all: NoticeColumn[] = ['rank', 'code', 'head', 'points', 'total', 'vetoes'];
const groupCode = '451225105202003';

const households = sampleHouseholds(12, new Choices(7).below(1_000)).map((household, place): PublicHousehold => ({
  ...household,
  id: `household ${place}`,
}));
const source = (change: Partial<NoticeSource> = {}): NoticeSource => ({
  areaCode: groupCode,
  columns: all,
  form: sampleForm,
  households,
  clocks: new Map(households.map(({ id }) => [id, clockWith()])),
  at: new Date('2015-10-30T02:00:00.000Z'),
  ...change,
});

describe('the content of a notice', () => {
  it('begins with the poorest household, and equal totals share a rank', () => {
    const { rows } = noticeContent(source())!;
    expect(rows).toHaveLength(12);
    rows.forEach(({ rank, total }) =>
      expect(rank).toBe(1 + households.filter((other) => other.total! < total!).length),
    );
    expect(rows.map(({ rank }) => rank)).toEqual(rows.map(({ rank }) => rank).sort((one, other) => one! - other!));
  });

  it('names a household by the rest of its number and by its head with one character masked', () => {
    const { rows } = noticeContent(source())!;
    const names = rows.map(({ head }) => head!);
    expect(names.every((name) => name.split('*').length === 2)).toBe(true);
    expect(rows.map(({ code }) => groupCode + code).sort()).toEqual(households.map(({ number }) => number).sort());
  });

  it('never shows or names the points for health and schooling by themselves, nor lets them be reckoned from the total', () => {
    const { items, rest, rows } = noticeContent(source())!;
    const sensitive = sampleForm.items.filter((item) => item.sensitive).map(({ name }) => name.zh);
    expect(sensitive.length).toBeGreaterThan(0);
    const words = JSON.stringify([items.map(({ name }) => name), rest!.items]);
    for (const name of sensitive) expect(words).not.toContain(name);
    expect(rest!.items.length).toBeGreaterThanOrEqual(sensitive.length);
    for (const { points, rest: pooled, total } of rows)
      expect(points!.reduce((sum, figure) => sum + figure, pooled!)).toBe(total);
  });

  it('shows what the allow-list of the profile names and nothing else', () => {
    const { items, rest, rows } = noticeContent(source({ columns: ['code', 'head'] }))!;
    expect([items, rest]).toEqual([[], null]);
    for (const { rank, points, rest: pooled, total, vetoes } of rows)
      expect([rank, points, pooled, total, vetoes]).toEqual([null, null, null, null, null]);
  });

  it('shows households without scores where none are given', () => {
    const unscored = households.map((household) => ({ ...household, points: null, total: null }));
    const { rows } = noticeContent(source({ form: undefined, households: unscored, columns: ['code', 'head'] }))!;
    expect(rows.map(({ code }) => groupCode + code)).toEqual(households.map(({ number }) => number).sort());
  });

  it('is withdrawn at the end of the period, but for a household that an objection holds', () => {
    const over = new Date('2015-11-04T02:00:00.000Z');
    expect(noticeContent(source({ at: over }))).toBeUndefined();
    expect(noticeContent(source({ at: new Date(over.getTime() - 1) }))!.rows).toHaveLength(12);
    const clocks = new Map(source().clocks);
    clocks.set('household 4', clockWith({ kind: 'suspended', at: '2015-10-29T02:00:00.000Z', objectionId: 'one' }));
    const { rows } = noticeContent(source({ at: over, clocks }))!;
    expect(rows).toMatchObject([{ code: households[4]!.number.slice(-4), suspended: true, closesAt: null }]);
    // Its rank is the one it had among all.
    expect(rows[0]!.rank).toBe(1 + households.filter(({ total }) => total! < households[4]!.total!).length);
  });

  it('no longer shows a household that an objection took away', () => {
    const clocks = new Map(source().clocks);
    const at = '2015-10-29T02:00:00.000Z';
    clocks.set(
      'household 4',
      clockWith({ kind: 'suspended', at, objectionId: 'one' }, { kind: 'changed', at, objectionId: 'one' }),
    );
    expect(noticeContent(source({ clocks }))!.rows).toHaveLength(11);
  });
});
