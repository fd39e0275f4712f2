import { sourcesOf, type FilledField, type HouseholdCard } from '@jingzhun/identification-rules';
import { wordsOf } from '../household-card/household-card.rules';
import type { CardMember, CardSection, HouseholdCardView, PrintedField } from './household-card.paper';
import type { AreaNames } from './printing';
import { unsigned } from './signer';

/** A field of a card as its profile names it. */
export interface CardFieldName {
  code: string;
  label: string;
}

/** The value of a field of the household, in the words of the card. */
export interface CardValue {
  code: string;
  value: string;
}

/** What a card holds: fields of the household as a whole, and of its parts. Fields of members have columns of their own. */
export interface CardLayout {
  attributes: CardFieldName[];
  sections: { title: string; fields: CardFieldName[] }[];
}

export interface HouseholdCardSource extends Pick<HouseholdCardView, 'areas' | 'year' | 'score' | 'members'> {
  household: NonNullable<HouseholdCardView['household']>;
  values: CardValue[];
  provisional: string | null;
}

const parts = ['户主', '填表人', '工作队长', '村民委员会'];

/** @throws RangeError for a value that has no place on the card: it would be lost on paper without a word */
export function householdCardView(layout: CardLayout, source: HouseholdCardSource): HouseholdCardView {
  const { areas, year, household, score, members, values, provisional } = source;
  const known = new Set(
    [...layout.attributes, ...layout.sections.flatMap(({ fields }) => fields)].map(({ code }) => code),
  );
  const lost = values.filter(({ code }) => !known.has(code)).map(({ code }) => code);
  if (lost.length > 0) throw new RangeError(`the card has no field ${lost.join(', ')}`);
  return {
    ...filled(layout, values),
    areas,
    year,
    household,
    score,
    members,
    signers: unsigned(...parts),
    provisional,
  };
}

export function blankHouseholdCard(layout: CardLayout, areas: AreaNames, year: number): HouseholdCardView {
  return {
    ...filled(layout, []),
    areas,
    year,
    household: null,
    score: null,
    members: [],
    signers: unsigned(...parts),
    provisional: null,
  };
}

function filled(
  layout: CardLayout,
  values: readonly CardValue[],
): { attributes: PrintedField[]; sections: CardSection[] } {
  const withValue = (field: CardFieldName): PrintedField => ({
    ...field,
    value: values.find(({ code }) => code === field.code)?.value ?? null,
  });
  return {
    attributes: layout.attributes.map(withValue),
    sections: layout.sections.map(({ title, fields }) => ({ title, fields: fields.map(withValue) })),
  };
}

/** Printed at the head of the card, or signed at its foot. */
const elsewhere = new Set([
  ...['village', 'hamlet', 'year', 'address', 'score', 'head', 'vetoed', 'veto-reason'],
  ...['filled-by', 'filled-on', 'leader'],
]);
/** Columns of the table of members. */
const columns = new Set(['A4', 'A5', 'A6', 'A7', 'A8', 'A9', 'A10', 'A11', 'A12', 'A13', 'A14', 'A15']);

const sections = [
  { title: '生产生活条件（A18–A49）', from: 18, to: 49 },
  { title: '收入与支出（A50–A53）', from: 50, to: 53 },
  { title: '帮扶（A54–A69）', from: 54, to: 69 },
];
const membersSection = '成员其他情况（A16–A17、A70–A76）';

/** Where the fields of a profile's card stand on paper. Phones and bank cards have no place. */
export function cardLayoutOf(card: HouseholdCard): CardLayout {
  const printed = card.fields.flatMap(({ code }) => {
    const definition = sourcesOf(card, code)[0]?.definition;
    if (!definition || elsewhere.has(code) || columns.has(code)) return [];
    if (definition.sensitive === 'contact' || code === 'bank-card') return [];
    const number = /^A\d/.test(code) ? Number.parseInt(code.slice(1), 10) : 0;
    const { zh } = definition.name;
    const label = definition.unit?.zh ? `${zh}（${definition.unit.zh}）` : zh;
    return [{ code, label, number, ofMember: definition.about === 'member' }];
  });
  const within = (from: number, to: number) =>
    named(printed.filter((each) => !each.ofMember && each.number >= from && each.number <= to));
  return {
    attributes: within(0, 17),
    sections: [
      ...sections.map(({ title, from, to }) => ({ title, fields: within(from, to) })),
      { title: membersSection, fields: named(printed.filter(({ ofMember }) => ofMember)) },
    ],
  };
}

/** What a saved card puts on paper: members in their table, everything else under its code. */
export function printedContent(
  card: HouseholdCard,
  filled: readonly FilledField[],
): { members: CardMember[]; values: CardValue[]; score: number | null } {
  const layout = cardLayoutOf(card);
  const known = [...layout.attributes, ...layout.sections.flatMap(({ fields }) => fields)].map(({ code }) => code);
  const ids = [...new Set(filled.flatMap(({ member }) => member ?? []))];
  const wordsAt = (code: string, member?: string): string | null => {
    const field = filled.find((each) => each.code === code && each.member === member);
    const definition = sourcesOf(card, code)[0]?.definition;
    // The unit stands in the label.
    return field && definition ? wordsOf({ options: definition.options }, field.value) : null;
  };
  const score = filled.find(({ code }) => code === 'score')?.value;
  return {
    score: typeof score === 'number' ? score : null,
    members: ids.map((id) => memberOf((code) => wordsAt(code, id))),
    values: known.flatMap((code) => {
      const ofHousehold = wordsAt(code);
      const ofMembers = ids.flatMap((id) => {
        const words = wordsAt(code, id);
        return words === null ? [] : [`${wordsAt('A4', id) ?? ''}：${words}`];
      });
      if (ofHousehold !== null) return [{ code, value: ofHousehold }];
      return ofMembers.length > 0 ? [{ code, value: ofMembers.join('；') }] : [];
    }),
  };
}

function memberOf(wordsAt: (code: string) => string | null): CardMember {
  const months = wordsAt('A15');
  return {
    name: wordsAt('A4') ?? '',
    sex: wordsAt('A5') ?? '',
    birthDate: wordsAt('A6') ?? '',
    idNumberMasked: wordsAt('A7') ?? '',
    relation: wordsAt('A8') ?? '',
    ethnicity: wordsAt('A9') ?? '',
    education: wordsAt('A10'),
    schoolStage: wordsAt('A11'),
    health: wordsAt('A12'),
    labour: wordsAt('A13'),
    workPlace: wordsAt('A14'),
    workMonths: months === null ? null : Number(months),
  };
}

function named(fields: readonly CardFieldName[]): CardFieldName[] {
  return fields.map(({ code, label }) => ({ code, label }));
}
