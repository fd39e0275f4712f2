import { createLogger } from '@jingzhun/observability';
import { createGateway } from './create-gateway';
import { readEnv } from './env';

async function main(): Promise<void> {
  const env = readEnv();
  const logger = createLogger({ service: 'gateway', level: env.LOG_LEVEL });
  try {
    const app = await createGateway(env, logger);
    app.enableShutdownHooks();
    await app.listen(env.PORT, env.HOST);
    logger.info({ address: await app.getUrl() }, 'listening');
  } catch (error) {
    logger.fatal({ err: error }, 'could not start');
    process.exit(1);
  }
}

void main();
