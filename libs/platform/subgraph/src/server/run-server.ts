import { createLogger, type Logger } from '@jingzhun/observability';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

export interface ServerSettings {
  HOST: string;
  PORT: number;
  LOG_LEVEL: string;
}

/** Runs a process of ours until it is told to stop; one that cannot start says why in the log and ends with 1. */
export async function runServer(
  name: string,
  env: ServerSettings,
  create: (logger: Logger) => Promise<NestFastifyApplication>,
): Promise<void> {
  const logger = createLogger({ service: name, level: env.LOG_LEVEL });
  try {
    const app = await create(logger);
    app.enableShutdownHooks();
    await app.listen(env.PORT, env.HOST);
    logger.info({ url: await app.getUrl() }, 'listening');
  } catch (error) {
    logger.fatal({ err: error }, 'could not start');
    process.exit(1);
  }
}
