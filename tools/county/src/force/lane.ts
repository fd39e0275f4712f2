/** Lets a limited number of people act at once; the others wait in the order they came. */
export class Lane {
  private readonly waiting: (() => void)[] = [];
  private acting = 0;

  constructor(private readonly width: number) {}

  async through<T>(act: () => Promise<T>): Promise<T> {
    if (this.acting < this.width) this.acting += 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await act();
    } finally {
      const next = this.waiting.shift();
      // The place is handed over, so nobody who comes just now slips in between.
      if (next) next();
      else this.acting -= 1;
    }
  }
}
