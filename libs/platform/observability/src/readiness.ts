/** What must be true before this process may be given work. Parts add their check; `/readyz` asks them all. */
export class Readiness {
  private readonly checks = new Map<string, () => Promise<void>>();

  /** `check` resolves when the part is ready and rejects with the reason when it is not. */
  add(part: string, check: () => Promise<void>): void {
    this.checks.set(part, check);
  }

  /** The parts that are not ready, each with its reason; empty when all are. */
  async missing(): Promise<Record<string, string>> {
    const answers = await Promise.all(
      [...this.checks].map(async ([part, check]) => {
        try {
          await check();
          return undefined;
        } catch (error) {
          return [part, error instanceof Error ? error.message : String(error)] as const;
        }
      }),
    );
    return Object.fromEntries(answers.filter((answer) => answer !== undefined));
  }
}
