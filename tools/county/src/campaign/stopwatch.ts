/** How long each phase took, in the order they were begun. */
export class Stopwatch {
  readonly seconds: Record<string, number> = {};

  async time<T>(phase: string, work: () => Promise<T>): Promise<T> {
    const began = performance.now();
    try {
      return await work();
    } finally {
      this.seconds[phase] = Math.round(performance.now() - began) / 1_000;
    }
  }
}
