import type { Calendar } from './calendar';
import type { Profile, StageDefinition, Terms } from './profile';
import { checkCalendar, checkProfile, checkTerms } from './profile-check';
import { luocheng2015 } from './profiles/luocheng-2015';
import { monitoring } from './profiles/monitoring';

const said = (terms: Terms, roles?: readonly string[]) =>
  checkTerms(terms, roles).map(({ path, problem }) => `${path} ${problem}`);
const terms = (change: Partial<Terms>): Terms => ({ ...luocheng2015, ...change });
const stage = (place: number, change: Partial<StageDefinition>): Terms =>
  terms({ stages: luocheng2015.stages.map((each, at) => (at === place ? { ...each, ...change } : each)) });

describe('terms cannot be saved as a profile', () => {
  it.each(['', 'Luocheng', 'a b', '-a', 'a-', 'a--b', 'a_b', '罗城'])('under the key %j', (key) => {
    expect(said(terms({ key }))).toEqual(['key must be small letters and digits, joined by hyphens']);
  });

  it.each([0, -1, 1.5, NaN])('as version %d', (version) => {
    expect(said(terms({ version }))).toEqual(['version must be a whole number from 1']);
  });

  it('without a stage', () => {
    expect(
      said({
        ...terms({ stages: [], form: undefined, vetoes: undefined, line: undefined, card: undefined }),
        ...{ publicity: undefined, objections: undefined, doubleEntry: undefined, lookBack: undefined },
      }),
    ).toEqual(['stages names no stage']);
  });

  it.each([
    ['begins elsewhere than with a visit', 0, { kind: 'entry' as const }, 'stages[0].kind must be visit'],
    ['has no name', 1, { key: '' }, 'stages[1].key is empty, or the word for what is after the last'],
    ['is named like the end', 1, { key: 'done' }, 'stages[1].key is empty, or the word for what is after the last'],
    [
      'is a visit to a village',
      0,
      { unit: 'village' as const },
      'stages[0].unit cannot be village for a stage of kind visit',
    ],
    ['has half a day', 1, { days: 4.5 }, 'stages[1].days must be a whole number from 1'],
    [
      'reminds at its own beginning',
      1,
      { remindBeforeDays: 0 },
      'stages[1].remindBeforeDays must be a whole number from 1 to the days of the stage',
    ],
    ['belongs to nobody', 1, { ownerRole: '' }, 'stages[1].ownerRole is empty: nobody would hold the stage'],
    ['has no basis', 1, { legalBasis: '' }, 'stages[1].legalBasis is empty'],
    [
      'hangs a notice for no day',
      3,
      { publicDays: 0 },
      'stages[3].publicDays must be a whole number from 1: how long the notice hangs',
    ],
    ['hangs a notice of a visit', 0, { publicDays: 7 }, 'stages[0].publicDays belongs to a publicity only'],
  ])('when a stage %s', (_, place, change, problem) => {
    expect(said(stage(place, change))).toContainEqual(expect.stringContaining(problem));
  });

  it('when the notices and stages together take longer than the whole may', () => {
    const days = luocheng2015.stages.reduce((sum, each) => sum + each.days + (each.publicDays ?? 0), 0);
    const without = { ...luocheng2015, wholeDays: undefined };
    expect(said({ ...without, wholeDays: days })).toEqual([]);
    expect(said(without)).toEqual([]);
    const short = `wholeDays is less than the ${days} days of the stages and their notices`;
    expect(said({ ...without, wholeDays: days - 1 })).toEqual([short]);
    expect(said({ ...without, wholeDays: NaN })).toEqual([short]);
  });

  it('when the ladder has a step nobody stands on, or one that is no higher', () => {
    const above = 'must be a whole number above the step before';
    expect(said(terms({ ladder: [{ role: '', afterDays: 1 }] }))).toEqual(['ladder[0].role is empty']);
    expect(said(terms({ ladder: [{ role: 'supervisor', afterDays: 0 }] }))).toEqual([`ladder[0].afterDays ${above}`]);
    const steps = [2, 3, 2.5].map((afterDays) => ({ role: 'supervisor', afterDays }));
    expect(said(terms({ ladder: steps }))).toEqual([`ladder[2].afterDays ${above}`]);
  });

  it('when a stage or a step of the ladder belongs to no role that there is', () => {
    const ladder = [{ role: 'emperor', afterDays: 1 }];
    const owners = luocheng2015.stages.map(({ ownerRole }) => ownerRole);
    const deciders = ['townshipOfficer', 'supervisor', 'countyLeader'];
    expect(said(terms({ ladder }), [...owners, ...deciders])).toEqual(['ladder[0].role emperor is no role']);
    expect(said(terms({ ladder }))).toEqual([]);
    expect(said(stage(1, { ownerRole: '' }), [...owners, ...luocheng2015.ladder.map(({ role }) => role)])).toEqual([
      'stages[1].ownerRole is empty: nobody would hold the stage',
    ]);
  });
});

describe('the form of a profile', () => {
  const bare = { form: undefined, vetoes: undefined, leads: undefined, line: undefined, card: undefined };

  it('is there when households are scored, and whatever speaks of its facts needs it', () => {
    expect(said(terms(bare))).toContain('form is missing: households are scored');
    const { vetoes = [], line, card } = { ...luocheng2015, vetoes: luocheng2015.vetoes ?? [] };
    expect(said({ ...monitoring, ...bare, vetoes })).toEqual(['vetoes need a form whose facts they speak of']);
    expect(said({ ...monitoring, ...bare, line })).toEqual(['line needs a form whose points it parts']);
    if (card) expect(said({ ...monitoring, ...bare, card })).toEqual(['card needs a form whose facts fill it']);
    expect(said({ ...monitoring, ...bare })).toEqual([]);
  });

  it('is not there when nobody fills it', () => {
    const { form, line } = luocheng2015;
    expect(said({ ...monitoring, ...bare, form, line })).toEqual(['form is never filled']);
  });

  it('leads to a line', () => {
    expect(said(terms({ line: undefined }))).toEqual(['line is missing: the scores lead to one']);
    expect(said(terms({ line: { ...luocheng2015.line!, shown: 0 } }))).toEqual([
      'line.shown must be a whole number from 1',
    ]);
  });

  it('is asked for by the rule of leads neither when it is there nor when it is not', () => {
    const leads = { replyDays: 0, replyDayKind: 'working', minimumConfidence: 0.5 } as const;
    expect(said(terms({ leads }))).toEqual(['leads.replyDays must be a whole number from 1']);
    expect(said({ ...monitoring, ...bare, leads })).toEqual(['leads.replyDays must be a whole number from 1']);
  });
});

describe('the calendar of a profile', () => {
  const calendar: Calendar = {
    dayMilliseconds: 86_400_000,
    startsAt: '2015-10-15T16:00:00.000Z',
    startsOn: '2015-10-16',
    utcOffsetMinutes: 480,
    restWeekdays: [0, 1, 2, 3, 4, 5],
    holidays: ['2015-10-01'],
    makeUpDays: ['2015-10-10'],
  };
  const found = (change: Partial<Calendar>) =>
    checkCalendar({ ...calendar, ...change }).map(({ path, problem }) => `${path} ${problem}`);

  it('may leave one day of the week to work', () => {
    expect(found({})).toEqual([]);
    expect(found({ restWeekdays: [0, 1, 2, 3, 4, 5, 6] })).toEqual(['calendar.restWeekdays leaves no day to work']);
  });

  it('begins on a date, at an instant, at midnight when its days have their natural length', () => {
    const midnight = 'calendar.startsAt must be midnight of startsOn when days have their natural length';
    expect(found({ startsAt: '2015-10-15T16:00:00.001Z' })).toEqual([midnight]);
    expect(found({ startsAt: '2015-10-16T00:00:00.000Z', utcOffsetMinutes: 0 })).toEqual([]);
    expect(found({ startsAt: '2015-10-15T15:00:00.000Z', utcOffsetMinutes: 540 })).toEqual([]);
    expect(found({ startsAt: 'soon', dayMilliseconds: 200 })).toEqual(['calendar.startsAt is not an instant']);
    expect(found({ startsOn: '2015-02-30', dayMilliseconds: 200 })).toEqual(['calendar.startsOn is not a date']);
    expect(found({ dayMilliseconds: 0 })).toEqual(['calendar.dayMilliseconds must be a whole number from 1']);
  });

  it('names only dates that exist', () => {
    expect(found({ holidays: ['2015-10-01', 'x'], makeUpDays: ['2015-13-01'] })).toEqual([
      'calendar.holidays[1] x is not a date',
      'calendar.makeUpDays[0] 2015-13-01 is not a date',
    ]);
  });

  it('is checked with its profile', () => {
    const profile: Profile = { ...luocheng2015, version: 0, calendar: { ...calendar, startsOn: 'x' } };
    expect(checkProfile(profile).map(({ path }) => path)).toEqual([
      'version',
      'calendar.startsOn',
      'calendar.startsAt',
    ]);
  });
});
