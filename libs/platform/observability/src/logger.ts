import pino, { type DestinationStream, type Logger } from 'pino';
import { requestContext } from './request-context';

export type { Logger } from 'pino';

export interface LoggerOptions {
  service: string;
  level?: string;
  /** Where lines go; standard output when absent. */
  destination?: DestinationStream;
}

/**
 * Field names that could hold personal data or a secret. They are removed wherever they appear at the first two levels of a
 * logged object, so that a careless line leaks nothing.
 */
const neverLogged = [
  'name',
  'headName',
  'idNumber',
  'phone',
  'address',
  'birthDate',
  'password',
  'activationCode',
  'token',
  'accessToken',
  'refreshToken',
  'authorization',
];

/** JSON lines with service, request, account and case ids. Errors are logged with their stack, which stays in the log. */
export function createLogger({ service, level = 'info', destination }: LoggerOptions): Logger {
  return pino(
    {
      level,
      base: { service },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      mixin: () => ({ ...requestContext.get() }),
      redact: { paths: neverLogged.flatMap((name) => [name, `*.${name}`]), remove: true },
    },
    destination ?? pino.destination({ sync: false, minLength: 0 }),
  );
}
