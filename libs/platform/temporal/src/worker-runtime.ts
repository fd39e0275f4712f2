import { Runtime } from '@temporalio/worker';
import type { Logger } from '@jingzhun/observability';

/**
 * Prepares this process for workers, once: what the engine says goes to our log, and signals are left to the process, which
 * must be first to know that it is going down.
 */
export function prepareWorkerRuntime(logger: Logger): void {
  const say = (level: 'trace' | 'debug' | 'info' | 'warn' | 'error') => (message: string, meta?: object) =>
    logger[level]({ ...meta }, message);
  const [trace, debug, info, warn, error] = [say('trace'), say('debug'), say('info'), say('warn'), say('error')];
  const byLevel = { TRACE: trace, DEBUG: debug, INFO: info, WARN: warn, ERROR: error };
  Runtime.install({
    logger: { trace, debug, info, warn, error, log: (level, message, meta) => byLevel[level](message, meta) },
    telemetryOptions: { logging: { filter: { core: 'WARN', other: 'ERROR' }, forward: {} } },
    shutdownSignals: [],
  });
}
