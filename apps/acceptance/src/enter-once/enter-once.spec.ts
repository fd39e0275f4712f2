import { doubledFacts, factCatalogue, luocheng2015Card, registerFacts } from '@jingzhun/identification-rules';
import { buildSchema, print, parse, visit } from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureEnterOnce, type Meanings } from './enter-once';
import { meanings } from './meanings';

/** Found from other facts, so that nobody is asked for them. */
const unasked = [
  ...luocheng2015Card.computed.map(({ key }) => key),
  ...['members', 'sex', 'birth-date', 'age', 'head', 'village'],
];

/** The composed graph without the directives of its composition. */
function supergraph() {
  const sdl = parse(readFileSync(join(__dirname, '../../../gateway/supergraph.graphql'), 'utf8'));
  const plain = visit(sdl, {
    SchemaDefinition: () => null,
    SchemaExtension: () => null,
    DirectiveDefinition: () => null,
    Directive: () => null,
  });
  return buildSchema(print(plain));
}

describe('the enter-once meter', () => {
  it('finds no fact that the graph asks for twice, and no input that nobody has declared', () => {
    const measured = measureEnterOnce(supergraph(), meanings, unasked);
    const { facts, fields, choosing, ways, problems } = measured;
    process.stdout.write(
      `enter once: ${facts} facts over ${fields} input fields (${choosing} more only choose): ` +
        `${ways.asks} asked, ${ways.instead} by another way, ${ways.corrects} corrected, ${ways.checks} checked, ` +
        `${problems.length} wrong\n`,
    );
    expect(problems).toEqual([]);
  });

  it('knows every fact of a household under one name, field of the card and meaning', () => {
    const { computed, decided } = luocheng2015Card;
    expect(doubledFacts([...factCatalogue, ...registerFacts, ...computed, ...decided])).toEqual([]);
  });

  const graph = buildSchema(`
    type Query { list(filter: Filter): Int }
    input Filter { area: ID }
    type Mutation { visit(input: VisitInput!): Int card(input: CardInput!, day: String): Int }
    input VisitInput { key: ID! paddy: Float }
    input CardInput { land: [LandInput!]! }
    input LandInput { paddy: Float }
  `);
  const sound: Meanings = {
    VisitInput: { key: 'request', paddy: { facts: ['paddy'], how: 'asks' } },
    CardInput: { land: 'nested' },
    LandInput: { paddy: { facts: ['paddy'], how: 'corrects' } },
    card: { day: { facts: ['card.day'], how: 'asks' } },
  };
  const problemsOf = (changed: Meanings, found: string[] = []) =>
    measureEnterOnce(graph, { ...sound, ...changed }, found).problems;

  it('counts what is entered, and not what only chooses', () => {
    expect(measureEnterOnce(graph, sound, [])).toEqual({
      fields: 5,
      choosing: 1,
      facts: 2,
      ways: { asks: 2, instead: 0, corrects: 1, checks: 0 },
      problems: [],
    });
  });

  it('notices a fact that is asked in two places', () => {
    expect(problemsOf({ LandInput: { paddy: { facts: ['paddy'], how: 'asks' } } })).toEqual([
      'paddy is asked in 2 places: VisitInput.paddy, LandInput.paddy',
    ]);
  });

  it('notices a field that nobody declared, also an argument that stands bare, and a declaration of none', () => {
    expect(problemsOf({ card: {}, LandInput: { dryLand: 'which' } })).toEqual([
      'card.day is not declared: say which fact it enters',
      'LandInput.paddy is not declared: say which fact it enters',
      'LandInput.dryLand is declared, but no mutation takes it',
    ]);
  });

  it('notices that somebody is asked for what is computed, and a second way in without a first', () => {
    expect(problemsOf({}, ['paddy'])).toEqual([
      'VisitInput.paddy asks for paddy, which is computed or found',
      'LandInput.paddy asks for paddy, which is computed or found',
    ]);
    expect(problemsOf({ LandInput: { paddy: { facts: ['land'], how: 'instead' } } })).toEqual([
      'LandInput.paddy is another way to enter land, which has no first one',
    ]);
  });
});
