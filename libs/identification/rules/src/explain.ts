import { amountOf, testsIn, type Measure, type Reading } from './condition';
import type { FactDefinition, FactOption, FactValue, Observation, Sensitivity } from './fact';
import { conditionsOf, factsOf, type Form, type FormItem } from './form';
import type { Wording } from './profile';
import { registerFacts } from './register-fact';
import type { ItemScore } from './score';

/** Why a household has the points it has on one item, in plain words: what was seen, what the form says, what it is worth. */
export interface Explanation {
  item: string;
  name: Wording;
  /** The facts with their units; members are counted, never named. */
  observed: Wording;
  /** The text of the levels that hold. */
  rule: Wording;
  points: number;
  maximum: number;
  /** All of it in one sentence. */
  sentence: Wording;
  /** Whether neighbours may read it: no fact of it tells of health, schooling, identity or contact. */
  publishable: boolean;
}

/** 一户一评: an explanation of each item of a score, in the form's order. */
export function explain(form: Form, items: readonly ItemScore[]): Explanation[] {
  return form.items.flatMap((item) => {
    const score = items.find((each) => each.item === item.key);
    return score ? [explainItem(form, item, score)] : [];
  });
}

/** The classes for which an item may not be shown to neighbours; none when it may. */
export function sensitivitiesOf(form: Form, item: FormItem): Sensitivity[] {
  const classes = factsOf(item).map(({ fact }) => definitionOf(form, fact).sensitive);
  return [...new Set(classes)].filter((each) => each !== 'none');
}

function explainItem(form: Form, item: FormItem, score: ItemScore): Explanation {
  const observed = joined(phrasesOf(form, item, score.facts), '，', '; ');
  const texts = item.levels.filter(({ key }) => score.levels.includes(key)).map(({ text }) => text);
  const rule = texts.length > 0 ? joined(texts, '、', ', ') : { zh: '无一适用', en: 'none applies' };
  const { name, maximum } = item;
  const { points } = score;
  return {
    item: item.key,
    name,
    observed,
    rule,
    points,
    maximum,
    sentence: {
      zh: `${name.zh}：${observed.zh}。按“${rule.zh}”记${points}分（满分${maximum}分）。`,
      en: `${name.en}: ${observed.en}. By the rule “${rule.en}” ${points} of ${maximum} points.`,
    },
    publishable: !item.sensitive && sensitivitiesOf(form, item).length === 0,
  };
}

function phrasesOf(form: Form, item: FormItem, facts: readonly Observation[]): Wording[] {
  const keys = [...new Set(facts.map(({ fact }) => fact))];
  const phrases = keys.map((key) => {
    const definition = definitionOf(form, key);
    const values = facts.filter(({ fact }) => fact === key).map(({ value }) => value);
    return labelled(definition, valuesIn(definition, values));
  });
  return [...phrases, ...dividedIn(form, item, facts)];
}

function labelled({ name, kind }: Pick<FactDefinition, 'name' | 'kind'>, value: Wording): Wording {
  const [zh, en] = kind === 'number' ? ['', ' '] : ['：', ': '];
  return { zh: `${name.zh}${zh}${value.zh}`, en: `${name.en.toLowerCase()}${en}${value.en}` };
}

function valuesIn(definition: FactDefinition, values: readonly FactValue[]): Wording {
  const { kind, about, unit, options = [] } = definition;
  if (kind === 'number') return inUnit(numbersIn(values).join('、'), numbersIn(values).join(', '), unit);
  const chosen = values.flat().map((value) => optionOf(options, value));
  if (about === 'member') return counted(chosen);
  return chosen.length > 0 ? joined(chosen, '、', ' and ') : { zh: '无', en: 'none' };
}

/** The greatest first, so that the order does not tell whose number it is. */
function numbersIn(values: readonly FactValue[]): number[] {
  return values.map(Number).sort((one, other) => other - one);
}

function counted(chosen: readonly Wording[]): Wording {
  const kinds = chosen.filter((each, place) => chosen.findIndex(({ zh }) => zh === each.zh) === place);
  const phrases = kinds.map(({ zh, en }) => {
    const times = chosen.filter((each) => each.zh === zh).length;
    return { zh: `${zh}${times}人`, en: `${times} ${en}` };
  });
  return joined(phrases, '、', ', ');
}

/** The amounts per head that the item compares, cut off after two decimals: rounding up could seem to pass a bound. */
function dividedIn(form: Form, item: FormItem, facts: readonly Observation[]): Wording[] {
  const reading = readingOfFacts(facts);
  const measures = conditionsOf(item)
    .flatMap(testsIn)
    .flatMap((test) => (test.test === 'number' && test.of.per ? [test.of] : []));
  const different = new Map(measures.map((measure) => [JSON.stringify(measure), measure]));
  return [...different.values()].map((measure) => dividedBy(form, measure, reading));
}

function dividedBy(form: Form, measure: Measure, reading: Reading): Wording {
  const heads = Number(reading.valueOf('members'));
  const thousandth = amountOf(measure, reading) ?? 0;
  if ('count' in measure) {
    const share = Math.floor(thousandth / 10 / heads);
    return {
      zh: `其中${thousandth / 1000}人占${share}%`,
      en: `${thousandth / 1000} of them (${share} %)`,
    };
  }
  const each = String(Math.floor(thousandth / 10 / heads) / 100);
  const { unit } = definitionOf(form, measure.add[0] ?? '');
  const value = inUnit(each, each, unit);
  return { zh: `人均${value.zh}`, en: `${value.en} per head` };
}

function readingOfFacts(facts: readonly Observation[]): Reading {
  const valueOf = (subject?: string) => (fact: string) =>
    facts.find((each) => each.fact === fact && each.member === subject)?.value;
  const ids = [...new Set(facts.flatMap(({ member }) => (member === undefined ? [] : [member])))];
  return { valueOf: valueOf(), members: ids.map((member) => ({ member, members: [], valueOf: valueOf(member) })) };
}

function definitionOf(form: Form, key: string): Omit<FactDefinition, 'step' | 'unasked'> {
  const definition = [...form.facts, ...registerFacts].find((each) => each.key === key);
  if (!definition) throw new RangeError(`form ${form.version} has no fact ${key}`);
  return definition;
}

function optionOf(options: readonly FactOption[], value: FactValue): Wording {
  return options.find(({ key }) => key === value)?.name ?? { zh: String(value), en: String(value) };
}

function inUnit(zh: string, en: string, unit?: Wording): Wording {
  return { zh: `${zh}${unit?.zh ?? ''}`, en: unit?.en ? `${en} ${unit.en}` : en };
}

function joined(words: readonly Wording[], zh: string, en: string): Wording {
  return { zh: words.map((word) => word.zh).join(zh), en: words.map((word) => word.en).join(en) };
}
