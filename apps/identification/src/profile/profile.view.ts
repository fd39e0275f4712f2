import type { FactDefinition, FactValue, Terms } from '@jingzhun/identification-rules';

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

/** A fact that is asked, in the words of the campaign. */
export interface ShownFact {
  key: string;
  name: string;
  about: string;
  kind: string;
  unit: string | null;
  whole: boolean;
  options: { key: string; name: string }[];
  minimum: number | null;
  maximum: number | null;
  sensitive: string;
  step: string | null;
  unasked: { belowAge: number | null; fromAge: number | null; value: FactValue } | null;
}

export interface ShownForm {
  version: string;
  standardDate: string;
  facts: ShownFact[];
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
    standardDate: form.standardDate,
    facts: form.facts.map(shownFact),
    items: form.items.map(({ key, name, choice, maximum, levels }) => ({
      key,
      name: name.zh,
      choice,
      maximum,
      levels: levels.map((level) => ({ key: level.key, text: level.text.zh, points: level.points })),
    })),
  };
}

function shownFact(fact: FactDefinition): ShownFact {
  const { key, name, about, kind, unit, whole, options, minimum, maximum, sensitive, step, unasked } = fact;
  return {
    key,
    name: name.zh,
    about,
    kind,
    unit: unit?.zh ?? null,
    whole: whole ?? false,
    options: (options ?? []).map((option) => ({ key: option.key, name: option.name.zh })),
    minimum: minimum ?? null,
    maximum: maximum ?? null,
    sensitive,
    step: step ?? null,
    unasked: unasked
      ? { belowAge: unasked.belowAge ?? null, fromAge: unasked.fromAge ?? null, value: unasked.value }
      : null,
  };
}
