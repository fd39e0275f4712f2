import { lateSeconds, sinceWhen, stateAt, wasLate, type ClockTimes } from './clock.rules';

const at = (time: string) => new Date(`2015-10-12T${time}:00.000Z`);

const clock = (times: Partial<ClockTimes> = {}): ClockTimes => ({
  openedAt: at('08:00'),
  remindAt: at('12:00'),
  dueAt: at('16:00'),
  breachedAt: null,
  postedAt: null,
  closesAt: null,
  completedAt: null,
  ...times,
});

describe('a clock', () => {
  it.each([
    ['11:59', 'onTrack', '08:00'],
    ['12:00', 'atRisk', '12:00'],
    ['15:59', 'atRisk', '12:00'],
    ['16:00', 'breached', '16:00'],
    ['20:00', 'breached', '16:00'],
  ])('at %s that nobody has finished is %s since %s', (now, state, since) => {
    expect(stateAt(clock(), at(now))).toBe(state);
    expect(sinceWhen(clock(), at(now))).toEqual(at(since));
  });

  it('waits lawfully once the notice hangs, even when it was hung too late', () => {
    const posted = clock({ postedAt: at('17:00'), closesAt: at('23:00') });
    expect(stateAt(posted, at('18:00'))).toBe('waiting');
    expect(sinceWhen(posted, at('18:00'))).toEqual(at('17:00'));
  });

  it.each([
    ['in time', { completedAt: at('16:00') }, 'met'],
    ['after its due time', { completedAt: at('16:01') }, 'late'],
    [
      'by the notice in time, though the legal period ended long after',
      { postedAt: at('15:00'), completedAt: at('23:00') },
      'met',
    ],
    ['by a notice hung too late', { postedAt: at('16:30'), completedAt: at('23:00') }, 'late'],
    ['after a recorded breach, whatever its moment', { breachedAt: at('16:00'), completedAt: at('15:59') }, 'late'],
  ])('that was done %s', (_, times, state) => {
    expect(stateAt(clock(times), at('23:30'))).toBe(state);
    expect(wasLate(clock(times))).toBe(state === 'late');
  });

  it('whose opening has not been heard of yet is done when its end has', () => {
    const unknown = clock({ openedAt: null, remindAt: null, dueAt: null, completedAt: at('10:00') });
    expect(stateAt(unknown, at('11:00'))).toBe('met');
    expect(lateSeconds(unknown, at('11:00'))).toBe(0);
  });

  it('counts lateness until it is done, and no longer', () => {
    expect(lateSeconds(clock(), at('15:00'))).toBe(0);
    expect(lateSeconds(clock(), at('16:30'))).toBe(1800);
    expect(lateSeconds(clock({ completedAt: at('17:00') }), at('23:00'))).toBe(3600);
  });
});
