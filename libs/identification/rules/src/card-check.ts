import { checkMeasure } from './condition-check';
import { isDate } from './date';
import { doubledFacts } from './fact';
import type { Form } from './form';
import { checkFacts } from './form-check';
import { sourcesOf, type HouseholdCard } from './household-card';
import { when, type ProfileProblem } from './profile-problem';
import { registerFacts } from './register-fact';

/** What keeps a household card from being filled: every field has exactly one source, and nothing is asked twice. */
export function checkCard(card: HouseholdCard, form: Form): ProfileProblem[] {
  const computed = [...card.computed, ...card.decided];
  const all = [...card.facts, ...registerFacts, ...computed];
  const codes = card.fields.map(({ code }) => code);
  return [
    ...when(!isDate(card.standardDate), 'card.standardDate', 'is not a date'),
    ...checkFacts(card.facts, 'card.facts'),
    ...doubledFacts(all)
      .filter(({ one, other }) => computed.some(({ key }) => key === one || key === other))
      .map(({ one, other, why }) => ({ path: 'card', problem: `${one} and ${other} are one fact: ${why}` })),
    ...card.fields.flatMap(({ code }, place) => checkField(card, code, codes.indexOf(code) < place, place)),
    ...all.flatMap(({ key, card: code }) =>
      when(code !== undefined && !codes.includes(code), 'card.fields', `has no field ${code}, which ${key} fills`),
    ),
    ...card.computed.flatMap(({ measure }, place) =>
      measure ? checkMeasure(measure, [...card.facts, ...registerFacts], `card.computed[${place}].measure`) : [],
    ),
    ...form.facts.flatMap(({ key }) =>
      when(!card.facts.some((fact) => fact.key === key), 'card.facts', `leaves out ${key}, which the form asks`),
    ),
    ...(form.decisions ?? []).flatMap((key) =>
      when(!card.decided.some((fact) => fact.key === key), 'card.decided', `leaves out ${key}, which the form shows`),
    ),
  ];
}

function checkField(card: HouseholdCard, code: string, isRepeated: boolean, place: number): ProfileProblem[] {
  const sources = sourcesOf(card, code).length;
  const path = `card.fields[${place}].code`;
  return [
    ...when(isRepeated, path, `${code} stands twice`),
    ...when(sources !== 1, path, `${code} is filled by ${sources} facts, exactly one is wanted`),
  ];
}
