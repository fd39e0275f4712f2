import {
  getOperationAST,
  GraphQLError,
  Kind,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { GatewayError } from '../gateway-error';
import { checkLimits, limitExceeded, limits } from './limits';
import { pageSizeVariables } from './page-sizes';
import { rootFields } from './root-fields';

/** A document that has passed every check that needs neither caller nor variables. */
export interface CheckedDocument {
  document: DocumentNode;
  pageSizes: readonly string[];
  rootFieldsOf(operation: OperationDefinitionNode): readonly string[];
}

/** Parses and checks a document, cheapest check first. @throws GatewayError */
export function checkDocument(text: string, schema: GraphQLSchema, allowIntrospection: boolean): CheckedDocument {
  const document = parseLimited(text);
  checkLimits(document);
  const rules = allowIntrospection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  const [error] = validate(schema, document, rules, { maxErrors: 1, hideSuggestions: !allowIntrospection });
  if (error) throw new GatewayError(400, 'GRAPHQL_VALIDATION_FAILED', error.message, placeOf(error));
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const fields = new Map(operations.map((operation) => [operation, rootFields(document, operation)]));
  return {
    document,
    pageSizes: pageSizeVariables(document),
    rootFieldsOf: (operation) => fields.get(operation) ?? [],
  };
}

/** @throws GatewayError when the document does not say which of its operations is meant */
export function operationOf({ document }: CheckedDocument, name: string | undefined): OperationDefinitionNode {
  const operation = getOperationAST(document, name);
  if (!operation) throw new GatewayError(400, 'BAD_REQUEST', 'The request does not name one of its operations.');
  return operation;
}

function parseLimited(text: string): DocumentNode {
  try {
    return parse(text, { maxTokens: limits.tokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    if (/more that \d+ tokens/.test(error.message)) throw limitExceeded('tokens');
    throw new GatewayError(400, 'GRAPHQL_PARSE_FAILED', error.message, placeOf(error));
  }
}

function placeOf({ locations }: GraphQLError): Record<string, unknown> {
  return locations ? { locations } : {};
}
