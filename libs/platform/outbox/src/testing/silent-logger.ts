import { createLogger } from '@jingzhun/observability';

export const silentLogger = createLogger({ service: 'spec', level: 'silent' });
