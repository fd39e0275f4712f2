import type { Clock } from '@jingzhun/kernel';
import { Global, Module, type DynamicModule } from '@nestjs/common';

/** Injection token of the service's clock, which specs set by hand. */
export const CLOCK = Symbol('clock');

@Global()
@Module({})
export class ClockModule {
  static forRoot(clock: Clock): DynamicModule {
    return { module: ClockModule, providers: [{ provide: CLOCK, useValue: clock }], exports: [CLOCK] };
  }
}
