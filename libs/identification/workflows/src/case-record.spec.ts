import type { CaseFact, OpenStage } from '@jingzhun/contracts/identification/case-messages';
import { CaseRecord } from './case-record';

const at = (day: number) => `2015-10-${String(day).padStart(2, '0')}T00:00:00.000Z`;
const open = (stage: string, round = 1): OpenStage => ({
  stage,
  round,
  openedAt: at(16),
  remindAt: at(20),
  dueAt: at(22),
});
const completion = (sequence: number, stage: string, next?: OpenStage): CaseFact => {
  return { kind: 'stage-completed', sequence, stage, round: 1, at: at(18), next };
};
const extension = (version: number, stage: string, day: number): CaseFact => {
  return { kind: 'deadline-extended', version, stage, round: 1, remindAt: at(day - 1), dueAt: at(day) };
};

describe('the record of a case', () => {
  it('keeps the first due time beside the extended one', () => {
    const record = new CaseRecord(open('visit'));
    expect(record.apply([extension(1, 'visit', 25), completion(1, 'visit')])).toBe(1);
    const extended = new CaseRecord(open('visit'));
    extended.apply([extension(1, 'visit', 25)]);
    extended.apply([completion(1, 'visit')]);
    expect(extended.closed.completed).toMatchObject([{ firstDueAt: at(22), dueAt: at(25) }]);
  });

  it('knows an extension by its version, so that an older one that comes late changes nothing', () => {
    const record = new CaseRecord(open('visit'));
    expect(record.apply([extension(2, 'visit', 28), extension(1, 'visit', 25)])).toBe(2);
    expect(record.apply([extension(1, 'visit', 25), extension(2, 'visit', 28)])).toBe(0);
    expect(record.open?.dueAt).toBe(at(28));
  });

  it('does not move the deadline of a stage that is not open', () => {
    const record = new CaseRecord(open('visit'));
    expect(record.apply([extension(1, 'scoring', 25)])).toBe(0);
    expect(record.open?.dueAt).toBe(at(22));
  });

  it('applies an extension to the stage that was opened in the same Update', () => {
    const record = new CaseRecord(open('visit'));
    expect(record.apply([extension(1, 'scoring', 25), completion(1, 'visit', open('scoring'))])).toBe(2);
    expect(record.open).toMatchObject({ stage: 'scoring', dueAt: at(25), firstDueAt: at(22) });
  });

  it('drops what it has seen and orders the rest', () => {
    const record = new CaseRecord(open('visit'));
    const facts = [completion(2, 'scoring', open('group-review')), completion(1, 'visit', open('scoring'))];
    expect(record.apply(facts)).toBe(2);
    expect(record.apply(facts)).toBe(0);
    expect(record.open?.stage).toBe('group-review');
  });

  it('certifies a stage that ran on another clock without times', () => {
    const record = new CaseRecord(open('group-review'));
    record.apply([completion(1, 'publicity')]);
    expect(record.closed.completed).toEqual([{ stage: 'publicity', round: 1, completedAt: at(18), breached: false }]);
  });

  it('certifies a breach that was recorded after the late completion', () => {
    const record = new CaseRecord(open('visit'));
    const visit = record.open!;
    record.apply([completion(1, 'visit')]);
    visit.breached = true;
    expect(record.closed.completed).toMatchObject([{ breached: true }]);
  });
});
