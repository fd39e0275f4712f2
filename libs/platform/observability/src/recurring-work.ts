/** Work that is done again and again beside everything else, one turn after the other. It must not fail: nobody waits for it. */
export class RecurringWork {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly everyMilliseconds: number,
    private readonly work: () => Promise<void>,
  ) {}

  start(): void {
    this.timer = setInterval(() => void (this.running = this.running.then(this.work)), this.everyMilliseconds).unref();
  }

  /** Answers when the turn that is under way is over. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }
}
