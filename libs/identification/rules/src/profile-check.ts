import type { Calendar } from './calendar';
import { checkCard } from './card-check';
import { isDate } from './date';
import type { Form } from './form';
import { checkForm } from './form-check';
import { checkMeetings } from './meeting-check';
import { checkPublicity, decidersOf } from './publicity-check';
import type { LadderStep, Profile, StageDefinition, StageKind, StageUnit, Terms } from './profile';
import { isCount, repeated, when, type ProfileProblem } from './profile-problem';
import { checkSecondLooks, resolversOf } from './second-look-check';
import { nextNameOf, type SheetMigration } from './sheet-migration';
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
    ...checkPublicity(terms),
    ...checkSecondLooks(terms),
    ...checkLadder(terms.ladder),
    ...(roles ? checkRoles(terms, roles) : []),
  ];
}

function checkRoles({ stages, ladder, objections, doubleEntry }: Terms, roles: readonly string[]): ProfileProblem[] {
  const known = new Set(roles);
  return [
    ...stages.map(({ ownerRole }, place) => ({ role: ownerRole, path: `stages[${place}].ownerRole` })),
    ...ladder.map(({ role }, place) => ({ role, path: `ladder[${place}].role` })),
    ...(objections ? decidersOf(objections) : []),
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
    ...when(stage.kind !== 'publicity' && stage.period !== undefined, `${path}.period`, 'belongs to a publicity only'),
  ];
}

function checkWholeDays({ stages, wholeDays }: Terms): ProfileProblem[] {
  if (wholeDays === undefined) return [];
  const days = stages.reduce((total, stage) => total + stage.days + (stage.publicDays ?? 0), 0);
  return when(!(days <= wholeDays), 'wholeDays', `is less than the ${days} days of the stages and their notices`);
}

/** A chain that scores has a form, and whatever speaks of facts needs one; a form that nobody fills is a mistake. */
function checkForms(terms: Terms): ProfileProblem[] {
  const { stages, form, vetoes, leads, line, card, sheetMigrations, signedSheets } = terms;
  const scored = stages.some(({ kind }) => kind === 'scoring');
  const ofLeads = leads ? checkLeadRule(leads) : [];
  if (!form) {
    return [
      ...when(scored, 'form', 'is missing: households are scored'),
      ...when(vetoes !== undefined, 'vetoes', 'need a form whose facts they speak of'),
      ...when(line !== undefined, 'line', 'needs a form whose points it parts'),
      ...when(card !== undefined, 'card', 'needs a form whose facts fill it'),
      ...when(sheetMigrations !== undefined, 'sheetMigrations', 'lead to no form'),
      ...when(signedSheets === true, 'signedSheets', 'wants signatures on a form that there is not'),
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
    ...checkSheetMigrations(sheetMigrations ?? [], form),
    ...ofLeads,
  ];
}

/** The earlier form itself is not at hand: whether its facts are all spoken of is checked where both are, `checkMigration`. */
function checkSheetMigrations(migrations: readonly SheetMigration[], form: Form): ProfileProblem[] {
  return migrations.flatMap(({ from, to, rules }, place) => {
    const path = `sheetMigrations[${place}]`;
    const made = rules.flatMap((rule) => (rule.rule === 'drop' ? [] : [nextNameOf(rule)]));
    const strangers = [...new Set(made)].filter((key) => !form.facts.some((fact) => fact.key === key));
    return [
      ...when(to !== form.version, `${path}.to`, `is not ${form.version}`),
      ...when(from === form.version, `${path}.from`, 'is the form itself'),
      ...when(migrations.findIndex((other) => other.from === from) < place, `${path}.from`, `${from} stands twice`),
      ...strangers.map((key) => ({ path: `${path}.rules`, problem: `${key} is not a fact of the form` })),
    ];
  });
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
