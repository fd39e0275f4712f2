export { bundleWorkflows } from './bundle-workflows';
export { CaseSink, type CaseDelivery } from './case-sink';
export { CaseWorker, type CaseWorkerOptions, type WorkerLimits } from './case-worker';
export { CaseUnreachable, deliverFacts, type FactsDelivery } from './deliver-facts';
export { assertPlainJson, payloadRules } from './payload-rules';
export { failureOf, refusalInterceptor } from './refusal-failure';
export { startCase, type CaseStart } from './start-case';
export { temporalClient, type TemporalAddress } from './temporal-client';
export { prepareWorkerRuntime } from './worker-runtime';
