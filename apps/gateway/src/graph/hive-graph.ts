import { createGatewayRuntime, Logger as HiveLogger, type GatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import type { Passport } from '@jingzhun/access';
import type { Logger } from '@jingzhun/observability';
import { print, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import type { SubgraphCalls } from '../subgraphs/subgraph-calls';

export interface GraphOperation {
  document: DocumentNode;
  operationName?: string;
  variables: Record<string, unknown>;
  passport: Passport;
  signal: AbortSignal;
}

/**
 * The supergraph, planned by Hive's native planner. Only the runtime's engine is used: requests reach it through `execute`, so
 * its own HTTP side, with pages, batches and health paths, is not reachable. Its HTTP transport is replaced too, because that one
 * answers equal queries in flight with one call, whoever asks.
 */
export class HiveGraph {
  private readonly runtime: GatewayRuntime;

  constructor(supergraph: string, calls: SubgraphCalls, logger: Logger) {
    this.runtime = createGatewayRuntime({
      supergraph,
      unifiedGraphHandler,
      transports: () => ({ getSubgraphExecutor: ({ subgraphName }) => executorOf(subgraphName, calls) }),
      logging: hiveLogger(logger),
      maskedErrors: false,
      subgraphErrors: false,
      requestId: false,
      landingPage: false,
      graphiql: false,
      batching: false,
      cors: false,
    });
  }

  /** The graph as callers may see it. */
  async schema(): Promise<GraphQLSchema> {
    return this.runtime.getSchema();
  }

  async execute({ document, operationName, variables, passport, signal }: GraphOperation): Promise<ExecutionResult> {
    const enveloped = this.runtime.getEnveloped({ headers: {}, passport, signal });
    const schema = enveloped.schema as GraphQLSchema;
    const contextValue = (await enveloped.contextFactory()) as unknown;
    const call = { schema, document, operationName, variableValues: variables, contextValue };
    return (await enveloped.execute(call)) as ExecutionResult;
  }

  async dispose(): Promise<void> {
    await this.runtime.dispose();
  }
}

interface CallContext {
  passport: Passport;
  signal: AbortSignal;
}

interface SubgraphRequest {
  document: DocumentNode;
  variables?: object;
  context?: unknown;
}

function executorOf(subgraph: string, calls: SubgraphCalls) {
  return async <Data>({ document, variables, context }: SubgraphRequest): Promise<ExecutionResult<Data>> => {
    const { passport, signal } = context as CallContext;
    const query = printed(document);
    const answer = await calls.execute({ subgraph, query, variables: { ...variables }, passport, signal });
    return answer as ExecutionResult<Data>;
  };
}

const texts = new WeakMap<DocumentNode, string>();

/** A plan keeps its documents, so each is printed once. */
function printed(document: DocumentNode): string {
  const text = texts.get(document) ?? print(document);
  texts.set(document, text);
  return text;
}

function hiveLogger(logger: Logger): HiveLogger {
  const write = (level: 'trace' | 'debug' | 'info' | 'warn' | 'error', _attributes: unknown, message?: string | null) =>
    logger[level]({ part: 'hive' }, message ?? '');
  return new HiveLogger({ level: 'warn', writers: [{ write }] });
}
