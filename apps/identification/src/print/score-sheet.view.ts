import {
  dateOf,
  explain,
  type FactDefinition,
  type FactValue,
  type Form,
  type Observation,
  type Profile,
} from '@jingzhun/identification-rules';
import type { FactChange } from '../observation/observation.rules';
import { itemsOf } from '../score-sheet/score-sheet.rules';
import { formNoteOf } from './form-note';
import type { AreaNames } from './printing';
import type { Correction, PrintedItem, ScoreSheetView } from './score-sheet.paper';
import { unsigned } from './signer';

/** A filled sheet as the database has it. */
export interface FilledSheet {
  round: number;
  formVersion: string;
  answers: { item: string; levels: string[] }[];
  points: { item: string; points: number }[];
  total: number;
  /** What it was found from; empty on a sheet that has levels alone. */
  facts: Observation[];
  corrections: SheetAlteration[];
}

/** What was altered after it was signed. */
export interface SheetAlteration {
  changes: FactChange[];
  reason: string;
  correctedAt: Date;
}

export interface ScoreSheetSource {
  areas: AreaNames;
  household: { number: string; head: string; persons: number; address: string; stage: string | null; round: number };
  /** `YYYY-MM-DD` */
  assessedOn: string;
  sheet: FilledSheet;
  profile: Profile;
  /** The form it was filled on. */
  form: Form;
}

const parts = ['户主', '评估人员', '评估人员'];

/** The sheet of a household, each level marked and each point with it. */
export function scoreSheetView({
  areas,
  household,
  assessedOn,
  sheet,
  profile,
  form,
}: ScoreSheetSource): ScoreSheetView {
  const { number, head, persons, address } = household;
  return {
    areas,
    household: { number, head, persons, address },
    assessedOn,
    formVersion: sheet.formVersion,
    formNote: formNoteOf(sheet.formVersion),
    items: printedItems(form, sheet),
    total: sheet.total,
    corrections: sheet.corrections.flatMap((alteration) => correctionsIn(form, alteration, profile)),
    signers: unsigned(...parts),
    provisional: provisionalScore(profile, household, sheet),
  };
}

/** A sheet to be filled by hand in a place. */
export function blankScoreSheet(form: Form, areas: AreaNames): ScoreSheetView {
  return {
    areas,
    household: null,
    assessedOn: null,
    formVersion: form.version,
    formNote: formNoteOf(form.version),
    items: printedItems(form, undefined),
    total: null,
    corrections: [],
    signers: unsigned(...parts),
    provisional: null,
  };
}

function printedItems(form: Form, sheet: FilledSheet | undefined): PrintedItem[] {
  const explanations = sheet && sheet.facts.length > 0 ? explain(form, itemsOf(form, sheet)) : [];
  return form.items.map(({ key, name, maximum, choice, levels }) => {
    const chosen = sheet?.answers.find(({ item }) => item === key)?.levels ?? [];
    return {
      name: name.zh,
      maximum,
      choice,
      levels: levels.map((level) => ({
        text: level.text.zh,
        points: level.points,
        chosen: sheet ? chosen.includes(level.key) : null,
      })),
      fact: explanations.find(({ item }) => item === key)?.observed.zh ?? null,
      points: sheet?.points.find(({ item }) => item === key)?.points ?? null,
    };
  });
}

/** Each fact that was altered, in words. Who did it signs by hand: the names of the staff are not ours. */
function correctionsIn(
  form: Form,
  { changes, reason, correctedAt }: SheetAlteration,
  { calendar }: Pick<Profile, 'calendar'>,
): Correction[] {
  const on = dateOf(calendar, correctedAt);
  return changes.flatMap(({ fact, before, after }) => {
    const definition = form.facts.find(({ key }) => key === fact);
    if (!definition) return [];
    const words = (value: FactValue | undefined) => (value === undefined ? '' : wordsOf(definition, value));
    return [{ item: definition.name.zh, before: words(before), after: words(after), reason, by: '', on }];
  });
}

function wordsOf({ options = [] }: FactDefinition, value: FactValue): string {
  const nameOf = (one: string | number) => options.find(({ key }) => key === one)?.name.zh ?? String(one);
  return Array.isArray(value) ? value.map(nameOf).join('、') || '无' : nameOf(value);
}

/** A score is not final while a meeting or a publicity is still to come, or when the household is assessed anew. */
export function provisionalScore(
  profile: Pick<Profile, 'stages'>,
  household: { stage: string | null; round: number },
  sheet: { round: number },
): string | null {
  if (sheet.round < household.round) return '已退回重评';
  const now = profile.stages.findIndex(({ key }) => key === household.stage);
  const isDone = now < 0 || profile.stages.slice(now).every(({ unit }) => unit === 'household');
  return isDone ? null : '评议公示未完成';
}
