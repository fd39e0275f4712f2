import {
  sourcesOf,
  type CardFilling,
  type CardSource,
  type FactKind,
  type FactOption,
  type FactValue,
  type HouseholdCard,
} from '@jingzhun/identification-rules';
import type { HouseholdCardRow } from './household-card.entity';
import { wordsOf, type CardQuestion } from './household-card.rules';

export interface ShownCardField {
  code: string;
  name: string;
  memberId: string | null;
  value: FactValue;
  text: string;
  officialCodes: string[];
  source: CardSource;
}

export interface ShownMissingField {
  code: string;
  name: string;
  memberId: string | null;
  source: CardSource;
}

export interface ShownQuestion {
  kind: CardQuestion['kind'];
  fact: string;
  name: string;
  memberId: string | null;
  valueKind: FactKind;
  unit: string | null;
  options: { key: string; name: string; code: string | null }[];
  required: boolean;
}

export interface ShownCard {
  householdId: string;
  /** 0 before it is saved for the first time. */
  version: number;
  lineVersion: number;
  complete: boolean;
  fields: ShownCardField[];
  missing: ShownMissingField[];
  questions: ShownQuestion[];
  versions: ShownCardVersion[];
}

export interface ShownCardVersion {
  version: number;
  lineVersion: number;
  complete: boolean;
  reason: string | null;
  savedAt: Date;
  savedBy: string;
}

/** The fields of a card in the words of the campaign. */
export function shownFields(card: HouseholdCard, { filled }: Pick<CardFilling, 'filled'>): ShownCardField[] {
  return filled.map(({ code, member = null, value, officialCodes = [], source }) => {
    const definition = sourcesOf(card, code)[0]?.definition;
    return {
      code,
      name: definition?.name.zh ?? code,
      memberId: member,
      value,
      text: wordsOf(definition ?? {}, value),
      officialCodes,
      source: source.kind,
    };
  });
}

export function shownMissing(card: HouseholdCard, { missing }: Pick<CardFilling, 'missing'>): ShownMissingField[] {
  return missing.map(({ code, member = null, source }) => ({
    code,
    name: sourcesOf(card, code)[0]?.definition.name.zh ?? code,
    memberId: member,
    source: source.kind,
  }));
}

export function shownQuestion({ kind, definition, member, required }: CardQuestion): ShownQuestion {
  return {
    kind,
    fact: definition.key,
    name: definition.name.zh,
    memberId: member ?? null,
    valueKind: definition.kind,
    unit: definition.unit?.zh ?? null,
    options: (definition.options ?? []).map(shownOption),
    required,
  };
}

function shownOption({ key, name, code }: FactOption): ShownQuestion['options'][number] {
  return { key, name: name.zh, code: code ?? null };
}

export function shownVersion({
  missing,
  version,
  lineVersion,
  reason,
  savedAt,
  savedBy,
}: HouseholdCardRow): ShownCardVersion {
  return { version, lineVersion, complete: missing.length === 0, reason, savedAt, savedBy };
}
