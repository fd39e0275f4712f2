import type { Random } from '../generator/random';

/** The form as the gateway shows it. */
export interface Form {
  version: string;
  items: { key: string; choice: string; levels: { key: string }[] }[];
}

/** One drawn level for every item, or for a sum item any number of them. */
export function fillForm(form: Form, chance: Random): { item: string; levels: string[] }[] {
  return form.items.map(({ key, choice, levels }) => {
    const keys = levels.map((level) => level.key);
    return { item: key, levels: choice === 'sum' ? keys.filter(() => chance.chance(0.4)) : [chance.pick(keys)] };
  });
}
