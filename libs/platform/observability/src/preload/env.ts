/** The settings of tracing, by the names OpenTelemetry itself uses; nothing else here reads the environment. */
export const tracingSettings = {
  endpoint: process.env.OTEL_EXPORTER_OTLP_ENDPOINT,
  service: process.env.OTEL_SERVICE_NAME ?? 'jingzhun',
};
