import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { Clock } from '@jingzhun/kernel';

/** Injection token of where the present moment comes from. "Clock" alone means a stage's deadline in this service. */
export const TIME = Symbol('time');

@Global()
@Module({})
export class TimeModule {
  static forRoot(time: Clock): DynamicModule {
    return { module: TimeModule, providers: [{ provide: TIME, useValue: time }], exports: [TIME] };
  }
}
