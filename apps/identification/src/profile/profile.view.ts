import type { Terms } from '@jingzhun/identification-rules';

export interface ShownStage {
  key: string;
  name: string;
  kind: string;
  unit: string;
  days: number;
  dayKind: string;
  ownerRole: string;
  legalBasis: string;
  publicDays: number | null;
}

export interface ShownForm {
  version: string;
  items: {
    key: string;
    name: string;
    choice: string;
    maximum: number;
    levels: { key: string; text: string; points: number }[];
  }[];
}

/** The stages of a profile in the words of the campaign. */
export function shownStages(terms: Terms | null): ShownStage[] {
  return (terms?.stages ?? []).map(({ key, name, kind, unit, days, dayKind, ownerRole, legalBasis, publicDays }) => ({
    key,
    name: name.zh,
    kind,
    unit,
    days,
    dayKind,
    ownerRole,
    legalBasis,
    publicDays: publicDays ?? null,
  }));
}

/** The form of a profile in the words of the campaign. */
export function shownForm(terms: Terms | null): ShownForm | null {
  const form = terms?.form;
  if (!form) return null;
  return {
    version: form.version,
    items: form.items.map(({ key, name, choice, maximum, levels }) => ({
      key,
      name: name.zh,
      choice,
      maximum,
      levels: levels.map((level) => ({ key: level.key, text: level.text.zh, points: level.points })),
    })),
  };
}
