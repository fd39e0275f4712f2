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

/**
 * A key in use and the former ones that still open what they sealed, the one in use first: `2:<key>,1:<key>`. A key is 32 random
 * bytes in base64 or base64url; a new one takes a version that was never used.
 */
export const versionedKeys = z
  .string()
  .regex(/^\d{1,5}:[\w+/-]{43}=?(,\d{1,5}:[\w+/-]{43}=?)*$/, 'version:key expected, a key of 32 bytes in base64')
  .transform((text) =>
    text.split(',').map((part): { version: number; key: Uint8Array } => {
      const [version = '', key = ''] = part.split(':');
      return { version: Number(version), key: Buffer.from(key, 'base64') };
    }),
  )
  .refine((keys) => new Set(keys.map(({ version }) => version)).size === keys.length, 'a version comes twice')
  .refine((keys) => keys.every(({ version }) => version >= 1 && version <= 65_535), 'a version is 1 to 65535');

/** A comma-separated list of `host:port`. */
export const brokerList = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .pipe(z.array(z.string().regex(/^[^:]+:\d+$/, 'host:port expected')).min(1));
