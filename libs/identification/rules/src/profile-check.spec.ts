import type { Calendar } from './calendar';
import { luocheng2015Card } from './cards/luocheng-2015';
import type { Profile, StageDefinition } from './profile';
import { checkProfile, checkTerms } from './profile-check';
import { luocheng2015 } from './profiles/luocheng-2015';
import { luocheng2015Vetoes } from './vetoes/luocheng-2015';

const calendar: Calendar = {
  dayMilliseconds: 86_400_000,
  startsAt: '2015-10-15T16:00:00.000Z',
  startsOn: '2015-10-16',
  utcOffsetMinutes: 480,
  restWeekdays: [],
  holidays: [],
  makeUpDays: [],
};
const profile: Profile = { ...luocheng2015, calendar };
const withStage = (place: number, change: Partial<StageDefinition>): Profile => ({
  ...profile,
  stages: profile.stages.map((stage, each) => (each === place ? { ...stage, ...change } : stage)),
});
const knownRoles = [...profile.stages.map(({ ownerRole }) => ownerRole), ...profile.ladder.map(({ role }) => role)];
const pathsOf = (changed: Profile) => checkProfile(changed).map((problem) => problem.path);

describe('the check of a profile', () => {
  it('finds nothing wrong with Luocheng 2015, in life and compressed', () => {
    expect(checkProfile(profile)).toEqual([]);
    expect(
      checkProfile({
        ...profile,
        calendar: { ...calendar, dayMilliseconds: 200, startsAt: '2026-11-23T03:04:05.006Z' },
      }),
    ).toEqual([]);
  });

  it('refuses a stage without a deadline, an owner or a basis', () => {
    expect(pathsOf(withStage(1, { days: 0, ownerRole: '', legalBasis: '' }))).toEqual([
      'stages[1].days',
      'stages[1].remindBeforeDays',
      'stages[1].ownerRole',
      'stages[1].legalBasis',
    ]);
  });

  it('refuses a reminder that would come before the stage opens', () => {
    expect(pathsOf(withStage(5, { remindBeforeDays: 6 }))).toEqual(['stages[5].remindBeforeDays']);
  });

  it('refuses two stages of one name and a chain that does not begin with a visit', () => {
    expect(pathsOf(withStage(1, { key: 'visit' }))).toEqual(['stages[1].key']);
    expect(pathsOf(withStage(0, { kind: 'audit' }))).toEqual(['stages[0].kind']);
  });

  it('refuses a notice without its days, days without a notice, and one that would hang in a household', () => {
    expect(pathsOf(withStage(3, { publicDays: undefined }))).toEqual(['stages[3].publicDays']);
    expect(pathsOf(withStage(4, { publicDays: 7 }))).toEqual(['stages[4].publicDays']);
    expect(pathsOf(withStage(3, { unit: 'household' }))).toEqual(['stages[3].unit']);
  });

  it('refuses a chain that scores or enters a household twice, or goes on after the entry', () => {
    const [visit, scoring] = profile.stages;
    const entry = profile.stages.at(-1)!;
    const chains = [
      [visit!, scoring!, { ...scoring!, key: 'scoring-again' }],
      [visit!, entry, { ...entry, key: 'entry-again' }],
      [visit!, entry, { ...visit!, key: 'visit-again' }],
    ];
    const unpublished = { publicity: undefined, objections: undefined };
    const unscored = { form: undefined, vetoes: undefined, line: undefined, card: undefined, lookBack: undefined };
    const problems = chains.map((stages) =>
      checkTerms({
        ...profile,
        ...unpublished,
        ...(stages.includes(scoring!) ? {} : unscored),
        doubleEntry: undefined,
        stages,
      }).map(({ problem }) => problem),
    );
    expect(problems).toEqual([
      ['score a household twice'],
      ['enter a household twice', 'go on after the entry'],
      ['go on after the entry'],
    ]);
  });

  it('refuses a double-check of what is not entered, by a share that is none, and one that nobody settles', () => {
    const doubleEntry = {
      fields: [
        { key: 'total', resolver: '' },
        { key: 'total', resolver: 'mayor' },
        { key: 'phone', resolver: 'supervisor' },
      ],
      leftOutResolver: 'supervisor',
      sample: { percent: 101, minimum: -1 },
    };
    expect(checkTerms({ ...profile, doubleEntry }, [...knownRoles, 'supervisor']).map(({ path }) => path)).toEqual([
      'doubleEntry.fields[1].key',
      'doubleEntry.fields[2].key',
      'doubleEntry.fields[0].resolver',
      'doubleEntry.sample.percent',
      'doubleEntry.sample.minimum',
      'doubleEntry.fields[1].resolver',
    ]);
    const nothing = { ...doubleEntry, fields: [], sample: { percent: 100, minimum: 0 } };
    expect(pathsOf({ ...profile, doubleEntry: nothing })).toEqual(['doubleEntry.fields']);
    const unentered = profile.stages.filter(({ kind }) => kind !== 'entry');
    expect(pathsOf({ ...profile, stages: unentered })).toEqual(['doubleEntry']);
  });

  it('refuses to look back where nothing is scored, or at half a household', () => {
    const lookBack = { sample: { percent: 0.5, minimum: 10 }, stratum: 'village' } as const;
    expect(pathsOf({ ...profile, lookBack })).toEqual(['lookBack.sample.percent']);
    const unscored = { form: undefined, vetoes: undefined, line: undefined, card: undefined };
    const stages = profile.stages.filter(({ kind }) => kind !== 'scoring');
    expect(pathsOf({ ...profile, ...unscored, stages })).toContain('lookBack');
  });

  it('refuses an owner or a step of the ladder that is no role', () => {
    const changed = { ...withStage(1, { ownerRole: 'mayor' }), ladder: [{ role: 'emperor', afterDays: 1 }] };
    expect(checkTerms(changed, knownRoles).map(({ path }) => path)).toEqual(['stages[1].ownerRole', 'ladder[0].role']);
    expect(checkTerms(profile, knownRoles)).toEqual([]);
  });

  it('refuses a form whose maximum is not what its levels give', () => {
    const items = luocheng2015.form!.items.map((item) => (item.key === 'water' ? { ...item, maximum: 5 } : item));
    expect(checkProfile({ ...profile, form: { ...luocheng2015.form!, items } })).toEqual([
      { path: 'form.items[5].maximum', problem: 'is not what the levels give, 4' },
    ]);
  });

  it('goes through vetoes, leads and the household card where the profile has them', () => {
    const leads = { replyDays: 5, replyDayKind: 'working', minimumConfidence: 0.5 } as const;
    const whole: Profile = { ...profile, vetoes: luocheng2015Vetoes, leads, card: luocheng2015Card };
    expect(checkProfile(whole)).toEqual([]);
    expect(
      pathsOf({
        ...whole,
        vetoes: [{ ...luocheng2015Vetoes[0]!, evidence: [] }],
        leads: { ...leads, replyDays: 0 },
        card: { ...luocheng2015Card, standardDate: 'soon' },
      }),
    ).toEqual(['vetoes[0].evidence', 'card.standardDate', 'leads.replyDays']);
  });

  it('finds the same in a profile that was stored and read again', () => {
    const stored = JSON.parse(
      JSON.stringify({ ...profile, vetoes: luocheng2015Vetoes, card: luocheng2015Card }),
    ) as Profile;
    expect(checkProfile(stored)).toEqual([]);
  });

  it('refuses a ladder that does not climb', () => {
    const ladder = [
      { role: 'supervisor', afterDays: 3 },
      { role: 'countyLeader', afterDays: 3 },
    ];
    expect(pathsOf({ ...profile, ladder })).toEqual(['ladder[1].afterDays']);
  });

  it('refuses a calendar without work, with dates that do not exist, or that does not begin at midnight', () => {
    const wrong = {
      ...calendar,
      restWeekdays: [0, 1, 2, 3, 4, 5, 6],
      holidays: ['2015-02-30'],
      startsAt: '2015-10-16T00:00:00Z',
    };
    expect(pathsOf({ ...profile, calendar: wrong })).toEqual([
      'calendar.startsAt',
      'calendar.restWeekdays',
      'calendar.holidays[0]',
    ]);
  });
});
