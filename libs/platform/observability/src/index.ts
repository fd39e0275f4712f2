export { healthAnswer, healthServer, metrics, type HealthAnswer } from './health';
export { createLogger, type Logger, type LoggerOptions } from './logger';
export { NestLogger } from './nest-logger';
export { LOGGER, ObservabilityModule } from './observability.module';
export { Readiness } from './readiness';
export { RecurringWork } from './recurring-work';
export { requestContext, type RequestContext } from './request-context';
