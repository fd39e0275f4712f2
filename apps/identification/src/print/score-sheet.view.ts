import type { Form, Profile } from '@jingzhun/identification-rules';
import { formNoteOf } from './form-note';
import type { AreaNames } from './printing';
import type { PrintedItem, ScoreSheetView } from './score-sheet.paper';
import { unsigned } from './signer';

/** A filled sheet as the database has it. */
export interface FilledSheet {
  round: number;
  formVersion: string;
  answers: { item: string; levels: string[] }[];
  points: { item: string; points: number }[];
  total: number;
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
    items: itemsOf(form, sheet),
    total: sheet.total,
    corrections: [],
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
    items: itemsOf(form, undefined),
    total: null,
    corrections: [],
    signers: unsigned(...parts),
    provisional: null,
  };
}

function itemsOf(form: Form, sheet: FilledSheet | undefined): PrintedItem[] {
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
      fact: null,
      points: sheet?.points.find(({ item }) => item === key)?.points ?? null,
    };
  });
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
