import type { Calendar } from './calendar';
import { checkCard } from './card-check';
import { isDate } from './date';
import { checkForm } from './form-check';
import type { LadderStep, Profile, StageDefinition } from './profile';
import { isCount, repeated, when, type ProfileProblem } from './profile-problem';
import { checkLeadRule, checkVetoes } from './veto-check';

/** What keeps a profile from being used in a campaign: an empty list means it may. */
export function checkProfile(profile: Profile): ProfileProblem[] {
  return [
    ...when(profile.key === '', 'key', 'is empty'),
    ...when(!isCount(profile.version), 'version', 'must be a whole number from 1'),
    ...checkCalendar(profile.calendar),
    ...checkStages(profile.stages),
    ...checkForm(profile.form),
    ...checkVetoes(profile.vetoes ?? [], profile.form),
    ...(profile.leads ? checkLeadRule(profile.leads) : []),
    ...(profile.card ? checkCard(profile.card, profile.form) : []),
    ...checkLadder(profile.ladder),
  ];
}

function checkCalendar(calendar: Calendar): ProfileProblem[] {
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

function checkStages(stages: StageDefinition[]): ProfileProblem[] {
  return [
    ...when(stages.length === 0, 'stages', 'names no stage'),
    ...when(stages.length > 0 && stages[0]?.unit !== 'household', 'stages[0].unit', 'must be household'),
    ...repeated('stages', stages),
    ...stages.flatMap((stage, place) => checkStage(stage, `stages[${place}]`)),
  ];
}

function checkStage(stage: StageDefinition, path: string): ProfileProblem[] {
  const reminder = stage.remindBeforeDays;
  return [
    ...when(stage.key === '', `${path}.key`, 'is empty'),
    ...when(!isCount(stage.days), `${path}.days`, 'must be a whole number from 1'),
    ...when(
      !isCount(reminder) || reminder > stage.days,
      `${path}.remindBeforeDays`,
      'must be a whole number from 1 to the days of the stage',
    ),
    ...when(stage.ownerRole === '', `${path}.ownerRole`, 'is empty: nobody would hold the stage'),
    ...when(stage.legalBasis === '', `${path}.legalBasis`, 'is empty'),
    ...when(
      stage.publicDays !== undefined && !isCount(stage.publicDays),
      `${path}.publicDays`,
      'must be a whole number from 1',
    ),
    ...when(
      stage.publicDays !== undefined && stage.unit !== 'group',
      `${path}.unit`,
      'must be group: the notice hangs in the villager group',
    ),
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
