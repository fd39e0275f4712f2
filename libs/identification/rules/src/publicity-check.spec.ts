import type { NoticeColumn } from './notice';
import type { ObjectionRule } from './objection';
import type { Terms } from './profile';
import { checkTerms } from './profile-check';
import { luocheng2015 } from './profiles/luocheng-2015';
import { monitoring } from './profiles/monitoring';

const pathsOf = (terms: Terms, roles?: readonly string[]) => checkTerms(terms, roles).map(({ path }) => path);
const objections = luocheng2015.objections!;
const withRule = (change: Partial<ObjectionRule>): Terms => ({
  ...luocheng2015,
  objections: { ...objections, ...change },
});
const showing = (...columns: string[]): Terms => ({
  ...luocheng2015,
  publicity: { columns: columns as NoticeColumn[] },
});

describe('the check of what is made public', () => {
  it('wants to know what a notice shows and how it is objected to', () => {
    expect(pathsOf({ ...luocheng2015, publicity: undefined, objections: undefined })).toEqual([
      'publicity',
      'objections',
    ]);
  });

  it('refuses both where nothing is made public', () => {
    const stages = luocheng2015.stages.filter(({ kind }) => kind !== 'publicity');
    expect(pathsOf({ ...luocheng2015, stages })).toEqual(['publicity', 'objections']);
  });

  it.each(['idNumber', 'phone', 'health', 'schooling', 'address'])('never lets a notice show the %s', (column) => {
    expect(pathsOf(showing('code', 'head', column))).toEqual(['publicity.columns[2]']);
  });

  it('refuses a notice on which nobody is named, or something stands twice', () => {
    expect(pathsOf(showing('rank', 'total'))).toEqual(['publicity.columns']);
    expect(pathsOf(showing('head', 'total', 'total'))).toEqual(['publicity.columns[2]']);
  });

  it('lets a notice name a household by its number or by its head alone', () => {
    expect(pathsOf(showing('code'))).toEqual([]);
    expect(pathsOf(showing('head'))).toEqual([]);
  });

  it('refuses points and vetoes where households are not scored', () => {
    const columns: NoticeColumn[] = ['code', 'rank', 'points', 'total', 'vetoes'];
    expect(pathsOf({ ...monitoring, publicity: { columns } })).toEqual([
      'publicity.columns[1]',
      'publicity.columns[2]',
      'publicity.columns[3]',
      'publicity.columns[4]',
    ]);
  });

  it('refuses objections that nobody decides, or a state without a time to leave it', () => {
    const { publicity, announcement } = objections.deciders;
    expect(pathsOf(withRule({ deciders: { publicity, announcement: [] } }))).toEqual([
      'objections.deciders.announcement',
    ]);
    expect(pathsOf(withRule({ deciders: { publicity: [''], announcement } }))).toEqual([
      'objections.deciders.publicity[0]',
    ]);
    const terms = { ...objections.terms, rechecked: { days: 0, dayKind: 'working' as const } };
    expect(pathsOf(withRule({ terms }))).toEqual(['objections.terms.rechecked.days']);
  });

  it('refuses a decider that is no role', () => {
    const { stages, ladder } = luocheng2015;
    const roles = [...stages.map(({ ownerRole }) => ownerRole), ...ladder.map(({ role }) => role)];
    expect(pathsOf(luocheng2015, roles)).toEqual([]);
    expect(pathsOf(withRule({ deciders: { publicity: ['mayor'], announcement: ['supervisor'] } }), roles)).toEqual([
      'objections.deciders.publicity[0]',
    ]);
  });

  it('refuses a period on a stage that makes nothing public', () => {
    const stages = luocheng2015.stages.map((stage, place) =>
      place === 0 ? { ...stage, period: 'publicity' as const } : stage,
    );
    expect(pathsOf({ ...luocheng2015, stages })).toEqual(['stages[0].period']);
  });
});
