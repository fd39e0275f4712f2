import { onBreach, onReminder } from './deadline.rules';

const at = (time: string) => new Date(`2015-10-12T${time}:00.000Z`);
const due = at('16:00');

const clock = (times: Partial<Parameters<typeof onBreach>[0]> = {}) => ({
  openedAt: at('08:00'),
  remindAt: at('12:00'),
  dueAt: due,
  remindedAt: null,
  breachedAt: null,
  postedAt: null,
  closesAt: null,
  completedAt: null,
  ...times,
});

describe('when the reminder of a deadline is due', () => {
  it.each([
    ['the owner is reminded', {}, 'record'],
    ['he is reminded once', { remindedAt: at('12:01') }, 'recorded'],
    ['he is not reminded of a deadline that has passed', { breachedAt: due }, 'recorded'],
    ['the timer learns of a later deadline first', { dueAt: at('18:00') }, 'extended'],
    ['nobody is reminded of what is done', { completedAt: at('11:00') }, 'over'],
    ['nobody is reminded of a notice that hangs', { postedAt: at('11:00') }, 'over'],
  ])('%s', (_, times, verdict) => {
    expect(onReminder(clock(times), due)).toBe(verdict);
  });
});

describe('when a deadline has passed', () => {
  it.each([
    ['the breach is recorded', {}, 'record'],
    ['it is recorded once', { breachedAt: due }, 'recorded'],
    [
      'it stays recorded when the stage is finished afterwards',
      { breachedAt: due, completedAt: at('17:00') },
      'recorded',
    ],
    ['an extension granted before it prevents it', { dueAt: at('18:00') }, 'extended'],
    ['a stage finished in time is over', { completedAt: at('15:59') }, 'over'],
    ['a notice hung in time is enough', { postedAt: at('15:59') }, 'over'],
    ['a stage finished too late, before the record was made, was late', { completedAt: at('16:01') }, 'record'],
  ])('%s', (_, times, verdict) => {
    expect(onBreach(clock(times), due)).toBe(verdict);
  });
});
