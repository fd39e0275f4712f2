import { parse } from 'graphql';
import { readAccessRules } from './access-rules';

const problemsOf = (sdl: string) => readAccessRules(parse(sdl)).problems;

describe('the access rules of a graph', () => {
  it('are the field’s own, else its type’s', () => {
    const { rules, problems } = readAccessRules(
      parse(`
        type Query { me: Person @access(signedIn: true) notices: Int @access(public: true) }
        type Person @access(roles: ["supervisor", "entryClerk"]) { id: ID! phone: String @access(roles: ["supervisor"]) }
      `),
    );
    expect(problems).toEqual([]);
    expect(rules.get('Query.me')).toEqual({ signedIn: true });
    expect(rules.get('Query.notices')).toEqual({ public: true });
    expect(rules.get('Person.id')).toEqual({ roles: ['entryClerk', 'supervisor'] });
    expect(rules.get('Person.phone')).toEqual({ roles: ['supervisor'] });
  });

  it('are missed by name: field, mutation and type fetched by key', () => {
    expect(
      problemsOf(`
        type Query { a: Int }
        type Mutation { b: Int }
        type C @key(fields: "id") { id: ID! @access(public: true) }
      `),
    ).toEqual([
      'Query.a: no @access rule of its own or of its type',
      'Mutation.b: no @access rule of its own or of its type',
      'C: can be fetched by key and has no @access rule',
    ]);
  });

  it.each([
    ['a role that does not exist', '@access(roles: ["emperor"])', /no known role: emperor/],
    ['no role at all', '@access(roles: [])', /empty/],
    ['nothing', '@access', /exactly one/],
    ['two things at once', '@access(signedIn: true, public: true)', /exactly one/],
    ['a no', '@access(signedIn: false)', /must say true/],
  ])('may not say %s', (_, directive, problem) => {
    expect(problemsOf(`type Query { a: Int ${directive} }`)[0]).toMatch(problem);
  });
});
