import { Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { LOGGER, ObservabilityModule, type Logger } from '@jingzhun/observability';
import type { Env } from './env';
import { ErrorFilter } from './error-filter';
import { ExportsController } from './exports/exports.controller';
import { FilesController } from './files/files.controller';
import { GraphController } from './graph/graph.controller';
import { GraphService } from './graph/graph.service';
import { HiveGraph } from './graph/hive-graph';
import { PublicFields } from './graph/public-fields';
import { readSupergraph } from './graph/read-supergraph';
import { GraphiqlController } from './graphiql/graphiql.controller';
import { Identity } from './identity/identity';
import { ExportCalls } from './subgraphs/export-calls';
import { FileCalls } from './subgraphs/file-calls';
import { SubgraphCalls } from './subgraphs/subgraph-calls';

/** How long one operation may take before its caller is told so. */
const timeLimitMs = 10_000;

export type GatewaySettings = Pick<
  Env,
  | 'GATEWAY_SIGNING_KEY'
  | 'ACCESS_TOKEN_PUBLIC_KEY'
  | 'SUBGRAPH_URLS'
  | 'SUPERGRAPH_FILE'
  | 'ALLOW_INTROSPECTION'
  | 'ALLOW_GRAPHIQL'
> & { timeLimitMs?: number };

/** Everything of the gateway, built from its settings. */
@Module({})
export class GatewayModule implements OnApplicationShutdown {
  static forRoot(settings: GatewaySettings, logger: Logger): DynamicModule {
    const { SUBGRAPH_URLS: urls, GATEWAY_SIGNING_KEY: key } = settings;
    const supergraph = readSupergraph(settings.SUPERGRAPH_FILE, urls);
    const identity = new Identity(settings.ACCESS_TOKEN_PUBLIC_KEY);
    return {
      module: GatewayModule,
      imports: [ObservabilityModule.forRoot(logger)],
      controllers: [
        GraphController,
        FilesController,
        ExportsController,
        ...(settings.ALLOW_GRAPHIQL ? [GraphiqlController] : []),
      ],
      providers: [
        { provide: APP_FILTER, useClass: ErrorFilter },
        { provide: Identity, useValue: identity },
        { provide: ExportCalls, useValue: new ExportCalls(urls, key, logger) },
        { provide: FileCalls, useValue: new FileCalls(urls, key, logger) },
        { provide: HiveGraph, useValue: new HiveGraph(supergraph.text, new SubgraphCalls(urls, key, logger), logger) },
        {
          provide: GraphService,
          inject: [HiveGraph, LOGGER],
          useFactory: async (graph: HiveGraph) =>
            new GraphService({
              graph,
              schema: await graph.schema(),
              identity,
              publicFields: new PublicFields(supergraph.document, settings.ALLOW_INTROSPECTION),
              logger,
              allowIntrospection: settings.ALLOW_INTROSPECTION,
              timeLimitMs: settings.timeLimitMs ?? timeLimitMs,
            }),
        },
      ],
    };
  }

  constructor(@Inject(HiveGraph) private readonly graph: HiveGraph) {}

  /** Hive keeps the process alive until it is told to let go. */
  onApplicationShutdown(): Promise<void> {
    return this.graph.dispose();
  }
}
