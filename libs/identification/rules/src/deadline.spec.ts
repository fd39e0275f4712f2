import fc from 'fast-check';
import type { Calendar } from './calendar';
import { deadlineOf, publicityEnds } from './deadline';
import type { StageDefinition } from './profile';
import { luocheng2015 } from './profiles/luocheng-2015';
import { stageOf } from './stage-chain';

const seed = 20151125;

const inLife: Calendar = {
  dayMilliseconds: 86_400_000,
  startsAt: '2015-10-15T16:00:00.000Z',
  startsOn: '2015-10-16',
  utcOffsetMinutes: 480,
  restWeekdays: [],
  holidays: [],
  makeUpDays: [],
};
const withWeekends: Calendar = { ...inLife, restWeekdays: [0, 6] };
const at = (local: string) => new Date(`${local}+08:00`);
const stage = (key: string) => stageOf(luocheng2015, key);

describe('the deadline of a stage', () => {
  it('gives a field worker 20 working days for a visit, and a reminder 3 working days before', () => {
    expect(deadlineOf(stage('visit'), inLife, at('2015-10-16T08:00:00'))).toEqual({
      remindAt: at('2015-11-02T08:00:00'),
      dueAt: at('2015-11-05T08:00:00'),
    });
  });

  it('does not count weekends when offices rest on them', () => {
    expect(deadlineOf(stage('visit'), withWeekends, at('2015-10-16T08:00:00'))).toEqual({
      remindAt: at('2015-11-10T08:00:00'),
      dueAt: at('2015-11-13T08:00:00'),
    });
  });

  it('never reminds before the stage was opened', () => {
    const hasty: StageDefinition = { ...stage('entry'), days: 1, remindBeforeDays: 3 };
    const openedAt = at('2015-10-20T08:00:00');
    expect(deadlineOf(hasty, inLife, openedAt)).toEqual({ remindAt: openedAt, dueAt: at('2015-10-21T08:00:00') });
  });

  it('counts the days of publicity from the posting, weekends included', () => {
    expect(publicityEnds(stage('publicity'), withWeekends, at('2015-11-06T17:00:00'))).toEqual(
      at('2015-11-13T17:00:00'),
    );
  });

  it('counts working days of publicity where the profile says so, and calendar days where it says nothing', () => {
    const posted = at('2015-11-06T17:00:00');
    const ends = (publicDayKind: StageDefinition['publicDayKind']) =>
      publicityEnds({ ...stage('publicity'), publicDays: 7, publicDayKind }, withWeekends, posted);
    expect(ends('working')).toEqual(at('2015-11-17T17:00:00'));
    expect(ends(undefined)).toEqual(at('2015-11-13T17:00:00'));
  });

  it('has no publicity to end in a stage without one', () => {
    expect(() => publicityEnds(stage('visit'), inLife, at('2015-11-06T17:00:00'))).toThrow('has no publicity');
  });
});

describe(`the deadline, for any opening (seed ${seed})`, () => {
  it('is reminded of between the opening and the due time', () => {
    const openings = fc.integer({ min: -10, max: 4_000 }).map((hours) => {
      return new Date(Date.parse(inLife.startsAt) + hours * 3_600_000);
    });
    const days = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(openings, days, days, fc.boolean(), (openedAt, due, before, weekends) => {
        const calendar = weekends ? withWeekends : inLife;
        const { remindAt, dueAt } = deadlineOf(
          { ...stage('visit'), days: due, remindBeforeDays: before },
          calendar,
          openedAt,
        );
        expect(remindAt.getTime()).toBeGreaterThanOrEqual(openedAt.getTime());
        expect(remindAt.getTime()).toBeLessThan(dueAt.getTime());
      }),
      { seed },
    );
  });
});
