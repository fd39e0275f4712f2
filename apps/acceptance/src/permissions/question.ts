import {
  astFromValue,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  isRequiredArgument,
  print,
  type GraphQLField,
} from 'graphql';
import { beyond, mayUse, type Lets, type Path } from './path';
import type { RuledGraph } from './ruled-graph';
import type { Values } from './values';

type Field = GraphQLField<unknown, unknown>;

/** The text of a field with what it must be given. `selection` is what is asked of the objects it answers. */
export function fieldText(field: Field, values: Values, selection = '__typename'): string {
  const given = values.of(field);
  const written = field.args
    .filter(({ name }) => given[name] !== undefined)
    .map(({ name, type }) => `${name}: ${print(astFromValue(given[name], type)!)}`);
  const inner = isCompositeType(getNamedType(field.type)) ? ` { ${selection} }` : '';
  return `${field.name}${written.length > 0 ? `(${written.join(', ')})` : ''}${inner}`;
}

/** A query that asks `selection` of the objects at the end of a path. */
export function questionAt({ steps }: Path, values: Values, selection: string): string {
  const text = steps.reduceRight(
    (inner, { field, on }) => fieldText(field, values, on ? `__typename ... on ${on} { ${inner} }` : inner),
    selection,
  );
  return `{ ${text} }`;
}

/** An operation of one root field, everything it takes in variables; what it answers is named `answer`. */
export function operation(
  kind: 'query' | 'mutation',
  field: Field,
  graph: RuledGraph,
  given: Record<string, unknown>,
): { text: string; variables: Record<string, unknown> } {
  const taken = field.args.filter(({ name }) => given[name] !== undefined);
  const declared = taken.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = taken.map(({ name }) => `${name}: $${name}`).join(', ');
  const head = `${kind}${declared && ` (${declared})`}`;
  const asked = isCompositeType(getNamedType(field.type)) ? ` { ${whatCame(field, graph)} }` : '';
  return { text: `${head} { answer: ${field.name}${passed && `(${passed})`}${asked} }`, variables: given };
}

function whatCame({ type }: Field, { schema }: RuledGraph): string {
  const named = getNamedType(type);
  if (!isAbstractType(named)) return '__typename';
  const refuses = schema
    .getPossibleTypes(named)
    .some((member) => member.getInterfaces().some(({ name }) => name === 'Refusal'));
  return refuses ? '__typename ... on Refusal { code message }' : '__typename';
}

/** What the gateway takes in one document is counted in words; this leaves room for the way there. */
const mostFields = 150;
const furthest = 4;

/** Everything `lets` lets somebody read of the objects at the end of a path and of those near them. */
export function everythingAt(graph: RuledGraph, from: Path, lets: Lets, values: Values): string {
  let left = mostFields;
  const ofObject = (path: Path): string => {
    const parts = ['__typename'];
    for (const field of Object.values(path.type.getFields())) {
      if (left <= 0 || !mayUse(graph, path, field.name, lets)) continue;
      if (!isCompositeType(getNamedType(field.type))) {
        if (field.args.some(isRequiredArgument)) continue;
        left -= 1;
        parts.push(field.name);
        continue;
      }
      if (path.steps.length - from.steps.length >= furthest - 1) continue;
      left -= 1;
      const inner = beyond(graph, path, field, lets).map((there) =>
        isObjectType(getNamedType(field.type)) ? ofObject(there) : `... on ${there.type.name} { ${ofObject(there)} }`,
      );
      parts.push(fieldText(field, values, ['__typename', ...inner].join(' ')));
    }
    return parts.join(' ');
  };
  return ofObject(from);
}
