import { isInputObjectType, isNonNullType, isListType, type GraphQLInputType, type GraphQLSchema } from 'graphql';

/**
 * How a fact is entered.
 *
 * - `asks`: here it is told for the first time; a fact is asked in one place only;
 * - `instead`: another way in, taken in the place of the first one, such as a meeting that is recorded at once from its paper
 *   protocol and not step by step;
 * - `corrects`: what was told before is told otherwise, with before, after, reason and person;
 * - `checks`: other people measure or copy it independently, only to be compared.
 */
export type Entering = 'asks' | 'instead' | 'corrects' | 'checks';

/**
 * What a field of an input means.
 *
 * - `request`: of the request itself: its key, the version that was read;
 * - `which`: names something that exists, a record, a file, a place, a person, a rule;
 * - `nested`: holds inputs whose own fields are counted;
 * - `secret`: proves who is calling;
 * - otherwise facts that somebody enters.
 */
export type Meaning = 'request' | 'which' | 'nested' | 'secret' | { facts: readonly string[]; how: Entering };

/** What every field of every input that a mutation takes means, by the input's name. */
export type Meanings = Readonly<Record<string, Readonly<Record<string, Meaning>>>>;

export interface EnterOnce {
  /** Fields of inputs that mutations take. */
  fields: number;
  /** Fields of inputs that only choose what a query shows: nothing is entered there. */
  choosing: number;
  /** Facts that are entered, each once. */
  facts: number;
  /** Field and fact of each way in, by how it is entered. */
  ways: Record<Entering, number>;
  /** Everything that is wrong; empty when a fact is asked once. */
  problems: string[];
}

/**
 * The enter-once meter: walks every input of the graph.
 *
 * @param unasked facts that are computed or found and never entered: they may only be checked
 */
export function measureEnterOnce(schema: GraphQLSchema, meanings: Meanings, unasked: readonly string[]): EnterOnce {
  const entered = inputsOf(schema, 'mutation');
  const chosen = inputsOf(schema, 'query').filter((input) => !entered.some(({ name }) => name === input.name));
  const fields = entered.flatMap(({ name, fields }) => fields.map((field) => ({ input: name, field })));
  const ways = fields.flatMap(({ input, field }) => {
    const meaning = meanings[input]?.[field];
    if (meaning === undefined || typeof meaning === 'string') return [];
    return meaning.facts.map((fact) => ({ place: `${input}.${field}`, fact, how: meaning.how }));
  });
  const count = (how: Entering) => ways.filter((way) => way.how === how).length;
  return {
    fields: fields.length,
    choosing: chosen.reduce((sum, each) => sum + each.fields.length, 0),
    facts: new Set(ways.map(({ fact }) => fact)).size,
    ways: { asks: count('asks'), instead: count('instead'), corrects: count('corrects'), checks: count('checks') },
    problems: [
      ...fields
        .filter(({ input, field }) => meanings[input]?.[field] === undefined)
        .map(({ input, field }) => `${input}.${field} is not declared: say which fact it enters`),
      ...Object.entries(meanings).flatMap(([input, declared]) =>
        Object.keys(declared)
          .filter((field) => !fields.some((each) => each.input === input && each.field === field))
          .map((field) => `${input}.${field} is declared, but no mutation takes it`),
      ),
      ...askedTwice(ways),
      ...ways
        .filter(({ fact, how }) => how !== 'checks' && unasked.includes(fact))
        .map(({ place, fact }) => `${place} asks for ${fact}, which is computed or found`),
      ...ways
        .filter(({ fact, how }) => how === 'instead' && !ways.some((way) => way.fact === fact && way.how === 'asks'))
        .map(({ place, fact }) => `${place} is another way to enter ${fact}, which has no first one`),
    ],
  };
}

function askedTwice(ways: readonly { place: string; fact: string; how: Entering }[]): string[] {
  const places = new Map<string, string[]>();
  for (const { place, fact, how } of ways) if (how === 'asks') places.set(fact, [...(places.get(fact) ?? []), place]);
  return [...places]
    .filter(([, asked]) => asked.length > 1)
    .map(([fact, asked]) => `${fact} is asked in ${asked.length} places: ${asked.join(', ')}`);
}

interface Input {
  name: string;
  fields: string[];
}

/** The inputs reachable from the root fields of an operation; bare arguments of a mutation stand under the mutation's name. */
function inputsOf(schema: GraphQLSchema, operation: 'query' | 'mutation'): Input[] {
  const root = operation === 'query' ? schema.getQueryType() : schema.getMutationType();
  const found = new Map<string, Input>();
  const visit = (type: GraphQLInputType): void => {
    const named = bare(type);
    if (!isInputObjectType(named) || found.has(named.name)) return;
    const fields = Object.values(named.getFields());
    found.set(named.name, { name: named.name, fields: fields.map(({ name }) => name) });
    for (const field of fields) visit(field.type);
  };
  for (const { name, args } of Object.values(root?.getFields() ?? {})) {
    const scalars = args.filter((argument) => !isInputObjectType(bare(argument.type)));
    if (operation === 'mutation' && scalars.length > 0)
      found.set(name, { name, fields: scalars.map((argument) => argument.name) });
    for (const argument of args) visit(argument.type);
  }
  return [...found.values()];
}

function bare(type: GraphQLInputType): GraphQLInputType {
  return isNonNullType(type) || isListType(type) ? bare(type.ofType) : type;
}
