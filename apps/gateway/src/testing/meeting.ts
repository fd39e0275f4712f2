/** Lets nobody go on before everybody expected has come. */
export class Meeting {
  private expected = 1;
  private here = 0;
  private open: () => void = () => undefined;
  private met: Promise<void> = Promise.resolve();

  expect(count: number): void {
    this.expected = count;
    this.here = 0;
    this.met = new Promise((resolve) => (this.open = resolve));
  }

  async arrive(): Promise<void> {
    this.here += 1;
    if (this.here >= this.expected) this.open();
    await this.met;
  }
}
