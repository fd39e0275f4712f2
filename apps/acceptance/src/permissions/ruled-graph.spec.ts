import { roles } from '@jingzhun/access';
import { random } from '@jingzhun/county';
import { readAccessRules } from '@jingzhun/subgraph/sdl';
import { composeSupergraph } from '@jingzhun/supergraph';
import {
  getNamedType,
  isCompositeType,
  Kind,
  Lexer,
  parse,
  Source,
  validate,
  visit,
  type DocumentNode,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import { pathsOf } from './path';
import { everythingAt, operation, questionAt } from './question';
import { opens, rootCalls } from './root-call';
import { ruledGraph, subgraphsHere, type RuledGraph } from './ruled-graph';
import { nothing, Values } from './values';

/** The gateway refuses a document of more words. */
const mostTokens = 1_000;

describe('the rules of the graph as it is', () => {
  let subgraphs: { name: string; sdl: DocumentNode }[];
  let graph: RuledGraph;
  beforeAll(async () => {
    subgraphs = await subgraphsHere();
    graph = ruledGraph(subgraphs);
  });

  /** The graph with one more field in a type of one service. */
  const planted = (service: string, type: string, field: string) =>
    subgraphs.map(({ name, sdl }) => ({ name, sdl: name === service ? withField(sdl, type, field) : sdl }));

  it('leave no query and no mutation without one: wherever such a field is planted, the graph does not compose', () => {
    for (const { name } of subgraphs)
      for (const type of ['Query', 'Mutation']) {
        const problem = `${name}: ${type}.planted: no @access rule of its own or of its type`;
        expect(composeSupergraph(planted(name, type, 'planted: Int'))).toEqual({ ok: false, problems: [problem] });
      }
  });

  it('leave no field of a record without one: a field that is planted has the rule of its type, or the graph does not compose', () => {
    for (const { name, sdl } of subgraphs)
      for (const type of recordsOf(sdl)) {
        const grown = planted(name, type, 'planted: Int');
        const { rules, problems } = readAccessRules(grown.find((subgraph) => subgraph.name === name)!.sdl);
        const rule = rules.get(`${type}.planted`);
        expect({ name, type, rule, problems }).toEqual({
          name,
          type,
          rule: rules.get(type),
          problems: rule ? [] : [`${type}.planted: no @access rule of its own or of its type`],
        });
      }
  });

  it('are declared by every service for every field it answers', () => {
    const answered = graph.places().flatMap((place) => {
      const [type, field] = place.split('.') as [string, string];
      return graph.answering(type, field).map((service) => ({ service, place }));
    });
    expect(answered.length).toBeGreaterThan(graph.places().length - 1);
    expect(answered.filter(({ service, place }) => !graph.rule(service, place))).toEqual([]);
  });

  it('are tried on a field that was planted with one, without a word about it here', () => {
    const grown = ruledGraph(
      planted('identification', 'Query', 'planted(householdId: ID!): Int @access(roles: ["entryClerk"])'),
    );
    const call = rootCalls(grown).find(({ field }) => field.name === 'planted')!;
    expect(roles.filter((role) => opens(call.rule, role))).toEqual(['entryClerk']);
    const aims = { ...nothing, records: new Map([['Household', ['h-1']]]) };
    const given = new Values(random('spec'), aims).of(call.field);
    expect(operation('query', call.field, grown, given)).toEqual({
      text: 'query ($householdId: ID!) { answer: planted(householdId: $householdId) }',
      variables: { householdId: 'h-1' },
    });
  });

  it('are asked about in documents that the graph understands and the gateway is not too small for', () => {
    const values = new Values(random('spec'), nothing);
    for (const { kind, field } of rootCalls(graph)) {
      const { text } = operation(kind, field, graph, values.of(field));
      expect({ text, errors: validate(graph.schema, parse(text)) }).toEqual({ text, errors: [] });
    }
    for (const role of roles) {
      const lets = (subgraph: string, place: string) => opens(graph.rule(subgraph, place), role);
      for (const [type, paths] of pathsOf(graph, lets)) {
        for (const path of paths.slice(0, type === 'Query' ? 0 : 1)) {
          const text = questionAt(path, values, everythingAt(graph, path, lets, values));
          expect({ text, errors: validate(graph.schema, parse(text)) }).toEqual({ text, errors: [] });
          expect(tokensOf(text)).toBeLessThanOrEqual(mostTokens);
        }
      }
    }
  });

  it('reach every type that a query can answer, for somebody who holds every role', () => {
    const reached = pathsOf(graph, () => true);
    const answered = [...reached.values()].flatMap(([path]) =>
      Object.values(path!.type.getFields()).map(({ type }) => getNamedType(type)),
    );
    const names = answered.filter((type) => isCompositeType(type) && 'getFields' in type).map(({ name }) => name);
    expect([...new Set(names)].filter((name) => !reached.has(name) && name !== 'Refusal')).toEqual([]);
  });
});

function withField(sdl: DocumentNode, type: string, field: string): DocumentNode {
  const [more] = (parse(`type T { ${field} }`).definitions[0] as ObjectTypeDefinitionNode).fields!;
  return visit(sdl, {
    ObjectTypeDefinition: (node) =>
      node.name.value === type ? { ...node, fields: [...(node.fields ?? []), more!] } : undefined,
  });
}

/** The object types of a service that are no root. */
function recordsOf({ definitions }: DocumentNode): string[] {
  return definitions
    .filter((definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION)
    .map(({ name }) => name.value)
    .filter((name) => name !== 'Query' && name !== 'Mutation');
}

function tokensOf(text: string): number {
  const lexer = new Lexer(new Source(text));
  let tokens = 0;
  while (lexer.advance().kind !== '<EOF>') tokens += 1;
  return tokens;
}
