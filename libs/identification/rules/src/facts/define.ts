import type { FactDefinition, FactOption, Sensitivity, VisitStep } from '../fact';
import type { Wording } from '../profile';

/** What a definition says beyond its name and values. Without a sensitivity a fact may be shown. */
interface More extends Pick<FactDefinition, 'unasked' | 'card' | 'step' | 'whole' | 'maximum' | 'means'> {
  sensitive?: Sensitivity;
}

type OptionRow = [key: string, zh: string, en: string];

/** A number of a household, `range` including both ends. */
export function amount(
  key: string,
  name: Wording,
  unit: Wording,
  [minimum, maximum]: [number, number],
  more: More = {},
): FactDefinition {
  return { ...start(key, name, 'number'), unit, minimum, maximum, ...more };
}

/** Exactly one option. */
export function choice(key: string, name: Wording, options: FactOption[], more: More = {}): FactDefinition {
  return { ...start(key, name, 'choice'), options, ...more };
}

/** The options that apply, perhaps none. */
export function flags(key: string, name: Wording, options: FactOption[], more: More = {}): FactDefinition {
  return { ...start(key, name, 'flags'), options, ...more };
}

export function text(key: string, name: Wording, more: More = {}): FactDefinition {
  return { ...start(key, name, 'text'), ...more };
}

/** The same of a member. */
export function ofMember(definition: FactDefinition): FactDefinition {
  return { ...definition, about: 'member' };
}

/** All of the same step of the visit. */
export function inStep(step: VisitStep, definitions: FactDefinition[]): FactDefinition[] {
  return definitions.map((definition) => ({ ...definition, step }));
}

export function named(zh: string, en: string): Wording {
  return { zh, en };
}

export function options(...rows: OptionRow[]): FactOption[] {
  return rows.map(([key, zh, en]) => ({ key, name: { zh, en } }));
}

export const yesOrNo: FactOption[] = options(['no', '否', 'no'], ['yes', '是', 'yes']);

/** Units by what they measure. */
export const units = {
  area: named('㎡', 'm²'),
  land: named('亩', 'mu'),
  money: named('元', 'CNY'),
  distance: named('公里', 'km'),
  months: named('个月', 'months'),
  years: named('年', 'years'),
  minutes: named('分钟', 'minutes'),
  litres: named('升', 'litres'),
  storeys: named('层', 'storeys'),
  pieces: named('辆', ''),
  heads: named('头', ''),
  fowl: named('羽', ''),
} satisfies Record<string, Wording>;

function start(key: string, name: Wording, kind: FactDefinition['kind']) {
  return { key, name, about: 'household' as const, kind, sensitive: 'none' as const };
}
