import { createLogger } from '@jingzhun/observability';
import { createSubgraph, type ServiceModule } from './create-subgraph';

export interface BootSettings {
  HOST: string;
  PORT: number;
  LOG_LEVEL: string;
}

/** Runs a service until it is told to stop. The whole of a `main.ts`: `void bootSubgraph('organization', AppModule, env)`. */
export async function bootSubgraph(name: string, service: ServiceModule, env: BootSettings): Promise<void> {
  const logger = createLogger({ service: name, level: env.LOG_LEVEL });
  try {
    const app = await createSubgraph(service, logger);
    app.enableShutdownHooks();
    await app.listen(env.PORT, env.HOST);
    logger.info({ address: await app.getUrl() }, 'listening');
  } catch (error) {
    logger.fatal({ err: error }, 'could not start');
    process.exit(1);
  }
}
