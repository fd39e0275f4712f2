import { isAnonymous, type Passport } from '@jingzhun/access';
import { valueFromASTUntyped, visit, type DocumentNode } from 'graphql';
import { GatewayError } from '../gateway-error';
import { notSignedIn } from '../identity/identity';

const operations: Record<string, string | undefined> = { Query: 'query', Mutation: 'mutation' };

/** The root fields that the supergraph opens to people who have not signed in: those tagged `public`. */
export class PublicFields {
  private readonly open = new Set<string>();

  constructor(
    supergraph: DocumentNode,
    private readonly allowIntrospection: boolean,
  ) {
    visit(supergraph, {
      ObjectTypeDefinition: (type) => {
        const operation = operations[type.name.value];
        if (!operation) return false;
        for (const field of type.fields ?? []) {
          const isPublic = field.directives?.some(
            ({ name, arguments: args }) =>
              name.value === 'tag' && args?.some(({ value }) => valueFromASTUntyped(value) === 'public'),
          );
          if (isPublic) this.open.add(`${operation}.${field.name.value}`);
        }
        return false;
      },
    });
  }

  /**
   * Nobody gets more than public fields, and nobody gets two of them in one document: a hundred guesses at a password must not
   * travel as one request.
   *
   * @throws GatewayError
   */
  check(passport: Passport, operation: string, fields: readonly string[]): void {
    const asked = fields.filter((field) => field !== '__typename');
    const publicOnes = asked.filter((field) => this.open.has(`${operation}.${field}`));
    const free = asked.filter((field) => this.allowIntrospection && field.startsWith('__'));
    if (isAnonymous(passport) && publicOnes.length + free.length < Math.max(asked.length, 1)) {
      throw notSignedIn('Sign in first.');
    }
    if (publicOnes.length > 1) {
      throw new GatewayError(400, 'LIMIT_EXCEEDED', 'Ask for one public field at a time.', { limit: 'public fields' });
    }
  }
}
