import { startTracing } from '../tracing';
import { tracingSettings } from './env';

/**
 * Loaded with `node --require` before a process's own code, because tracing must be there before the packages it traces.
 * Does nothing without an endpoint. What is still to be sent is flushed when the process ends by itself.
 */
const { endpoint, service } = tracingSettings;
if (endpoint) {
  const flush = startTracing(service, endpoint);
  process.once('beforeExit', () => void flush().catch(() => undefined));
}
