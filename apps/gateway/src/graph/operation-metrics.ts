import { metrics } from '@jingzhun/observability';
import { Histogram } from 'prom-client';

/** How long operations take, by how they ended: `ok`, `errors` in the result, or the code of the refusal. */
export const operationSeconds = new Histogram({
  name: 'gateway_operation_seconds',
  help: 'Operations by outcome',
  labelNames: ['outcome'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  registers: [metrics],
});
