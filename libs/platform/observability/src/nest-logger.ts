import type { LoggerService } from '@nestjs/common';
import type { Logger } from './logger';

/** Nest's own messages in our log: the last extra argument is Nest's name of the part that speaks. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...extra: unknown[]): void {
    this.write('debug', message, extra);
  }

  warn(message: unknown, ...extra: unknown[]): void {
    this.write('warn', message, extra);
  }

  error(message: unknown, ...extra: unknown[]): void {
    this.write('error', message, extra);
  }

  fatal(message: unknown, ...extra: unknown[]): void {
    this.write('fatal', message, extra);
  }

  private write(level: 'debug' | 'warn' | 'error' | 'fatal', message: unknown, extra: unknown[]): void {
    const part = extra.at(-1);
    const stack = extra.length > 1 ? extra[0] : undefined;
    const fields = { part, ...(typeof stack === 'string' ? { stack } : {}) };
    if (message instanceof Error) this.logger[level]({ ...fields, err: message }, message.message);
    else this.logger[level](fields, typeof message === 'string' ? message : JSON.stringify(message));
  }
}
