import type { Calendar } from './calendar';
import { checkCard } from './card-check';
import { isDate } from './date';
import { enteredFields, type DoubleEntryTerms } from './double-entry';
import { checkForm } from './form-check';
import { checkMeetings } from './meeting-check';
import type { LadderStep, Profile, StageDefinition, StageKind, StageUnit, Terms } from './profile';
import { isCount, repeated, when, type ProfileProblem } from './profile-problem';
import type { SampleRule } from './sample';
import { checkLeadRule, checkVetoes } from './veto-check';

/** What keeps a profile from being used in a campaign: an empty list means it may. */
export function checkProfile(profile: Profile): ProfileProblem[] {
  return [...checkTerms(profile), ...checkCalendar(profile.calendar)];
}

/** What keeps terms from being saved as a profile; `roles` are those an owner or a step of the ladder may be. */
export function checkTerms(terms: Terms, roles?: readonly string[]): ProfileProblem[] {
  return [
    ...when(!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(terms.key), 'key', 'must be small letters and digits, joined by hyphens'),
    ...when(!isCount(terms.version), 'version', 'must be a whole number from 1'),
    ...checkStages(terms),
    ...checkWholeDays(terms),
    ...checkMeetings(terms),
    ...checkForms(terms),
    ...checkLooks(terms),
    ...checkLadder(terms.ladder),
    ...(roles ? checkRoles(terms, roles) : []),
  ];
}

function checkRoles({ stages, ladder, doubleEntry }: Terms, roles: readonly string[]): ProfileProblem[] {
  const known = new Set(roles);
  return [
    ...stages.map(({ ownerRole }, place) => ({ role: ownerRole, path: `stages[${place}].ownerRole` })),
    ...ladder.map(({ role }, place) => ({ role, path: `ladder[${place}].role` })),
    ...(doubleEntry ? resolversOf(doubleEntry) : []),
  ].flatMap(({ role, path }) => when(role !== '' && !known.has(role), path, `${role} is no role`));
}

/** Checks a campaign's days. */
export function checkCalendar(calendar: Calendar): ProfileProblem[] {
  const midnight = Date.parse(`${calendar.startsOn}T00:00:00Z`) - calendar.utcOffsetMinutes * 60_000;
  const startsAt = Date.parse(calendar.startsAt);
  return [
    ...when(!isCount(calendar.dayMilliseconds), 'calendar.dayMilliseconds', 'must be a whole number from 1'),
    ...when(!isDate(calendar.startsOn), 'calendar.startsOn', 'is not a date'),
    ...when(Number.isNaN(startsAt), 'calendar.startsAt', 'is not an instant'),
    ...when(
      calendar.dayMilliseconds === 86_400_000 && startsAt !== midnight,
      'calendar.startsAt',
      'must be midnight of startsOn when days have their natural length',
    ),
    ...when(new Set(calendar.restWeekdays).size > 6, 'calendar.restWeekdays', 'leaves no day to work'),
    ...checkDates('calendar.holidays', calendar.holidays),
    ...checkDates('calendar.makeUpDays', calendar.makeUpDays),
  ];
}

function checkDates(path: string, dates: string[]): ProfileProblem[] {
  return dates.flatMap((date, place) => when(!isDate(date), `${path}[${place}]`, `${date} is not a date`));
}

function checkStages({ stages }: Terms): ProfileProblem[] {
  return [
    ...when(stages.length === 0, 'stages', 'names no stage'),
    ...when(
      stages.length > 0 && stages[0]?.kind !== 'visit',
      'stages[0].kind',
      'must be visit: it is where a meeting or an audit can return a household to',
    ),
    ...when(stages.filter(({ kind }) => kind === 'scoring').length > 1, 'stages', 'score a household twice'),
    ...when(stages.filter(({ kind }) => kind === 'entry').length > 1, 'stages', 'enter a household twice'),
    ...when(
      stages.slice(0, -1).some(({ kind }) => kind === 'entry'),
      'stages',
      'go on after the entry',
    ),
    ...repeated('stages', stages),
    ...stages.flatMap((stage, place) => checkStage(stage, `stages[${place}]`)),
  ];
}

/** Whose clock a stage of a kind can run on. */
const unitsOf: Record<StageKind, StageUnit[]> = {
  visit: ['household'],
  scoring: ['household'],
  review: ['group', 'village'],
  publicity: ['group', 'village'],
  audit: ['household'],
  entry: ['household'],
};

function checkStage(stage: StageDefinition, path: string): ProfileProblem[] {
  const reminder = stage.remindBeforeDays;
  return [
    ...when(
      stage.key === '' || stage.key === 'done',
      `${path}.key`,
      'is empty, or the word for what is after the last',
    ),
    ...when(
      !(unitsOf[stage.kind] as StageUnit[] | undefined)?.includes(stage.unit),
      `${path}.unit`,
      `cannot be ${stage.unit} for a stage of kind ${stage.kind}`,
    ),
    ...when(!isCount(stage.days), `${path}.days`, 'must be a whole number from 1'),
    ...when(
      !isCount(reminder) || reminder > stage.days,
      `${path}.remindBeforeDays`,
      'must be a whole number from 1 to the days of the stage',
    ),
    ...when(stage.ownerRole === '', `${path}.ownerRole`, 'is empty: nobody would hold the stage'),
    ...when(stage.legalBasis === '', `${path}.legalBasis`, 'is empty'),
    ...when(
      stage.kind === 'publicity' && !isCount(stage.publicDays ?? 0),
      `${path}.publicDays`,
      'must be a whole number from 1: how long the notice hangs',
    ),
    ...when(
      stage.kind !== 'publicity' && stage.publicDays !== undefined,
      `${path}.publicDays`,
      'belongs to a publicity only',
    ),
  ];
}

function checkWholeDays({ stages, wholeDays }: Terms): ProfileProblem[] {
  if (wholeDays === undefined) return [];
  const days = stages.reduce((total, stage) => total + stage.days + (stage.publicDays ?? 0), 0);
  return when(!(days <= wholeDays), 'wholeDays', `is less than the ${days} days of the stages and their notices`);
}

/** A chain that scores has a form, and whatever speaks of facts needs one; a form that nobody fills is a mistake. */
function checkForms({ stages, form, vetoes, leads, line, card }: Terms): ProfileProblem[] {
  const scored = stages.some(({ kind }) => kind === 'scoring');
  const ofLeads = leads ? checkLeadRule(leads) : [];
  if (!form) {
    return [
      ...when(scored, 'form', 'is missing: households are scored'),
      ...when(vetoes !== undefined, 'vetoes', 'need a form whose facts they speak of'),
      ...when(line !== undefined, 'line', 'needs a form whose points it parts'),
      ...when(card !== undefined, 'card', 'needs a form whose facts fill it'),
      ...ofLeads,
    ];
  }
  return [
    ...when(!scored, 'form', 'is never filled'),
    ...checkForm(form),
    ...checkVetoes(vetoes ?? [], form),
    ...when(!line, 'line', 'is missing: the scores lead to one'),
    ...when(line !== undefined && !isCount(line.shown), 'line.shown', 'must be a whole number from 1'),
    ...(card ? checkCard(card, form) : []),
    ...ofLeads,
  ];
}

/** What is looked at a second time: entries by another clerk, scores by other people. */
function checkLooks({ stages, form, doubleEntry, lookBack }: Terms): ProfileProblem[] {
  const entered = stages.some(({ kind }) => kind === 'entry');
  return [
    ...when(doubleEntry !== undefined && !entered, 'doubleEntry', 'needs a stage at which households are entered'),
    ...(doubleEntry ? checkDoubleEntry(doubleEntry) : []),
    ...when(lookBack !== undefined && !form, 'lookBack', 'needs a form by which households are assessed'),
    ...(lookBack ? checkSample(lookBack.sample, 'lookBack.sample') : []),
  ];
}

function checkDoubleEntry(terms: DoubleEntryTerms): ProfileProblem[] {
  const known: readonly string[] = enteredFields;
  return [
    ...when(terms.fields.length === 0, 'doubleEntry.fields', 'names nothing to compare'),
    ...repeated('doubleEntry.fields', terms.fields),
    ...terms.fields.flatMap(({ key }, place) =>
      when(!known.includes(key), `doubleEntry.fields[${place}].key`, `${key} is not entered`),
    ),
    ...resolversOf(terms).flatMap(({ role, path }) => when(role === '', path, 'is empty: nobody would settle it')),
    ...checkSample(terms.sample, 'doubleEntry.sample'),
  ];
}

function resolversOf({ fields, leftOutResolver }: DoubleEntryTerms): { role: string; path: string }[] {
  return [
    ...fields.map(({ resolver }, place) => ({ role: resolver, path: `doubleEntry.fields[${place}].resolver` })),
    { role: leftOutResolver, path: 'doubleEntry.leftOutResolver' },
  ];
}

function checkSample({ percent, minimum }: SampleRule, path: string): ProfileProblem[] {
  return [
    ...when(!isCount(percent) || percent > 100, `${path}.percent`, 'must be a whole number from 1 to 100'),
    ...when(!Number.isInteger(minimum) || minimum < 0, `${path}.minimum`, 'must be a whole number from 0'),
  ];
}

function checkLadder(ladder: LadderStep[]): ProfileProblem[] {
  return ladder.flatMap((step, place) => [
    ...when(step.role === '', `ladder[${place}].role`, 'is empty'),
    ...when(
      !isCount(step.afterDays) || step.afterDays <= (ladder[place - 1]?.afterDays ?? 0),
      `ladder[${place}].afterDays`,
      'must be a whole number above the step before',
    ),
  ]);
}
