import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { ApolloFederationDriver, type ApolloFederationDriverConfig } from '@nestjs/apollo';
import { Inject, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, HttpAdapterHost } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { LOGGER, type Logger } from '@jingzhun/observability';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { print } from 'graphql';
import { DateTimeResolver, JSONResolver } from 'graphql-scalars';
import { enforceAccess } from './enforcement/enforce-access';
import { graphContext } from './enforcement/graph-context';
import { resolveResultUnions } from './enforcement/refusal-members';
import { graphErrors } from './requests/graph-errors';
import { RefusalFilter } from './requests/refusal-filter';
import { passportOf, SignedRequests } from './requests/signed-requests';
import { readAccessRules } from './sdl/access-rules';
import { loadSdl } from './sdl/load-sdl';

// Nest's types name the ES-module copy of Apollo's declarations, ours the CommonJS copy; the plug-in is the same.
type ApolloPlugin = NonNullable<ApolloFederationDriverConfig['plugins']>[number];

const gatewayKey = Symbol('gateway signing key');

export interface SubgraphOptions {
  /** The name of the subgraph in the supergraph. */
  name: string;
  /** Globs of the service's own SDL; the prelude is added. */
  typePaths: string[];
  /** GATEWAY_SIGNING_KEY */
  signingKey: string;
}

/** The one way to build a subgraph: schema-first, deny by default, and deaf to everybody but the gateway. */
@Module({})
export class SubgraphModule {
  static forRoot(options: SubgraphOptions): DynamicModule {
    return {
      module: SubgraphModule,
      providers: [
        { provide: gatewayKey, useValue: options.signingKey },
        { provide: APP_FILTER, useClass: RefusalFilter },
      ],
      imports: [
        GraphQLModule.forRootAsync<ApolloFederationDriverConfig>({
          driver: ApolloFederationDriver,
          inject: [LOGGER],
          useFactory: (logger: Logger) => graphOptions(options, logger),
        }),
      ],
    };
  }

  constructor(@Inject(HttpAdapterHost) host: HttpAdapterHost, @Inject(gatewayKey) key: string) {
    const fastify: FastifyInstance = host.httpAdapter.getInstance();
    SignedRequests.of(fastify).accept('/', key, { carriesPassport: true });
  }
}

async function graphOptions(
  { name, typePaths }: SubgraphOptions,
  logger: Logger,
): Promise<ApolloFederationDriverConfig> {
  const sdl = await loadSdl(typePaths);
  const rules = readAccessRules(sdl);
  return {
    typeDefs: print(sdl),
    resolvers: { DateTime: DateTimeResolver, JSON: JSONResolver },
    resolverValidationOptions: { requireResolversToMatchSchema: 'error' },
    fieldResolverEnhancers: ['guards'],
    transformSchema: (schema) => enforceAccess(resolveResultUnions(schema), rules),
    context: (request: FastifyRequest) => graphContext(request, passportOf(request)),
    formatError: graphErrors(logger.child({ subgraph: name })),
    plugins: [ApolloServerPluginInlineTraceDisabled() as ApolloPlugin],
    graphiql: false,
    introspection: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    autoTransformHttpErrors: false,
  };
}
