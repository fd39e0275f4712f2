import type { Logger } from '@jingzhun/observability';
import { getVariableValues, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { z } from 'zod';
import { GatewayError } from '../gateway-error';
import type { Identity } from '../identity/identity';
import { checkDocument, operationOf } from './checked-document';
import { DocumentCache } from './document-cache';
import type { HiveGraph } from './hive-graph';
import { checkPageSize } from './page-sizes';
import type { PublicFields } from './public-fields';
import { shownResult, type ShownResult } from './shown-result';
import { within } from './within';

const bodyShape = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

export interface GraphRequest {
  body: unknown;
  authorization: string | undefined;
  requestId: string;
}

export interface GraphServiceParts {
  graph: HiveGraph;
  schema: GraphQLSchema;
  identity: Identity;
  publicFields: PublicFields;
  logger: Logger;
  allowIntrospection: boolean;
  timeLimitMs: number;
}

/** One operation from its bytes to its result: who asks, whether it may be asked, and what comes of it. */
export class GraphService {
  private readonly documents: DocumentCache;

  constructor(private readonly parts: GraphServiceParts) {
    const { schema, allowIntrospection } = parts;
    this.documents = new DocumentCache((text) => checkDocument(text, schema, allowIntrospection));
  }

  /** @throws GatewayError when the request is refused as a whole */
  async answer({ body, authorization, requestId }: GraphRequest): Promise<ShownResult> {
    const { graph, identity, publicFields, logger, timeLimitMs } = this.parts;
    const { query, variables, operationName } = readBody(body);
    const passport = await identity.passportOf(authorization, requestId);
    const checked = this.documents.get(query);
    const operation = operationOf(checked, operationName ?? undefined);
    publicFields.check(passport, operation.operation, checked.rootFieldsOf(operation));
    const values = this.coerce(operation, variables ?? {});
    for (const name of checked.pageSizes) checkPageSize(values[name]);

    const { document } = checked;
    const request = { document, operationName: operation.name?.value, variables: values, passport };
    const late = () => new GatewayError(504, 'TIMEOUT', 'The request took too long. Ask for less, or try again.');
    const result = await within(timeLimitMs, (signal) => graph.execute({ ...request, signal }), late);
    return shownResult(result, requestId, logger);
  }

  private coerce(operation: OperationDefinitionNode, variables: Record<string, unknown>): Record<string, unknown> {
    const { coerced, errors } = getVariableValues(this.parts.schema, operation.variableDefinitions ?? [], variables, {
      maxErrors: 1,
    });
    if (coerced) return coerced;
    throw new GatewayError(400, 'BAD_USER_INPUT', errors?.[0]?.message ?? 'A variable cannot be accepted.');
  }
}

function readBody(body: unknown): z.infer<typeof bodyShape> {
  const read = bodyShape.safeParse(body);
  if (read.success) return read.data;
  throw new GatewayError(400, 'BAD_REQUEST', 'Send one JSON object with "query" and, if need be, "variables".');
}
