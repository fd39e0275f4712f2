import type { Clock } from '@jingzhun/kernel';

/** Time that stands still until a spec moves it. */
export class StoppedClock implements Clock {
  constructor(private at: Date) {}

  now(): Date {
    return new Date(this.at);
  }

  moveTo(at: Date | string): void {
    this.at = new Date(at);
  }
}
