import { Gauge } from 'prom-client';
import { metrics } from '@jingzhun/observability';
import type { CaseWorker } from '@jingzhun/temporal';

/** How busy the worker is, read whenever `/metrics` is. */
export function exposeWorker(worker: CaseWorker): void {
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers: [metrics],
      collect() {
        this.set(read());
      },
    });
  gauge('worker_cached_workflows', 'Cases whose state is in memory', () => worker.status.numCachedWorkflows);
  gauge('worker_workflow_tasks', 'Workflow tasks under way', () => worker.status.numInFlightWorkflowActivations);
  gauge('worker_activities', 'Activities under way', () => worker.status.numInFlightActivities);
}
