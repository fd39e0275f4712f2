import type { Profile } from '@jingzhun/identification-rules';

export interface ShownStage {
  key: string;
  name: string;
  unit: string;
  days: number;
  dayKind: string;
  ownerRole: string;
  legalBasis: string;
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
export function shownStages(profile: Profile | null): ShownStage[] {
  return (profile?.stages ?? []).map(({ key, name, unit, days, dayKind, ownerRole, legalBasis }) => ({
    key,
    name: name.zh,
    unit,
    days,
    dayKind,
    ownerRole,
    legalBasis,
  }));
}

/** The form of a profile in the words of the campaign. */
export function shownForm(profile: Profile | null): ShownForm | null {
  if (!profile) return null;
  return {
    version: profile.form.version,
    items: profile.form.items.map(({ key, name, choice, maximum, levels }) => ({
      key,
      name: name.zh,
      choice,
      maximum,
      levels: levels.map((level) => ({ key: level.key, text: level.text.zh, points: level.points })),
    })),
  };
}
