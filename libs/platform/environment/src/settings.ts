import { z } from 'zod';

/** Settings that every process of the system has. Spread into the shape of an `env.ts`. */
export const processSettings = {
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
};

/** A PostgreSQL address. */
export const databaseUrl = z.url({ protocol: /^postgres(ql)?$/ });

/** A key of at least 32 characters that two processes share. */
export const signingKey = z.string().min(32, 'at least 32 characters');

/** A comma-separated list of `host:port`. */
export const brokerList = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .pipe(z.array(z.string().regex(/^[^:]+:\d+$/, 'host:port expected')).min(1));
